package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.Risk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * How many people have to agree. Comes from the server's configuration, never from the change.
 *
 * @param group whose members approve where the target names none
 */
public record Policy(
        String name, int low, int medium, int high, boolean submitterMayApprove, Duration expiry, String group) {

    private static final int MOST = 20;

    /** @throws IllegalArgumentException naming the key that is wrong */
    public Policy {
        check(!name.isBlank(), "name is blank");
        check(!group.isBlank(), "approver-group is blank");
        check(low >= 0 && low <= MOST, "low-approvals must be 0 to " + MOST);
        check(medium >= 0 && medium <= MOST, "medium-approvals must be 0 to " + MOST);
        check(high >= 1 && high <= MOST, "high-approvals must be 1 to " + MOST + ": a HIGH migration needs a person");
        check(expiry.compareTo(Duration.ofMinutes(1)) >= 0, "expiry is below one minute");
    }

    /** The terms for {@code migration}, asked for at {@code now}. */
    public Terms terms(Migration migration, Instant now) {
        String named = migration.target().approverGroup();
        return new Terms(
                name,
                hash(),
                needed(migration.risk()),
                named.isBlank() ? group : named,
                submitterMayApprove && migration.risk() != Risk.HIGH,
                now,
                now.plus(expiry));
    }

    /** SHA-256 over everything the policy says. */
    public String hash() {
        String canonical = "name=%s\nlow=%d\nmedium=%d\nhigh=%d\nsubmitterMayApprove=%b\nexpiry=%s\ngroup=%s\n"
                .formatted(name, low, medium, high, submitterMayApprove, expiry, group);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private int needed(Risk risk) {
        return switch (risk) {
            case LOW -> low;
            case MEDIUM -> medium;
            case HIGH -> high;
        };
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("lockkeeper.policy: " + otherwise);
        }
    }
}
