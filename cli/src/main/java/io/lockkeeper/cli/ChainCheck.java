package io.lockkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.cli.Lockkeeper.Unusable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain from what {@code GET /v1/audit} answers, believing none of its hashes.
 *
 * <p>An entry's hash is SHA-256 over ten fields, each after its length in four bytes: the form's name, previous hash, seq,
 * event id, type, topic, migration id, time, payload (from Base64), body; everything else exactly as the text in the answer.
 */
final class ChainCheck {

    static final String FORM = "lockkeeper-audit-1";
    static final String GENESIS = "0".repeat(64);

    private static final Set<String> FIELDS = Set.of(
            "seq", "eventId", "type", "topic", "migrationId", "occurredAt", "payload", "body", "prevHash", "hash");

    private final Set<String> events = new HashSet<>();
    private final Expected expected;
    private long entries;
    private String head = GENESIS;
    private boolean headSeen;

    ChainCheck(Expected expected) {
        this.expected = expected;
    }

    /**
     * What the caller remembers of an earlier look.
     *
     * @param entries how many entries there were; 0 when unknown
     * @param head hash of the last of them; null when unknown
     */
    record Expected(long entries, @Nullable String head) {}

    /** Where and why the chain is broken. */
    record Broken(long seq, String reason) {}

    long entries() {
        return entries;
    }

    String head() {
        return head;
    }

    /** Checks the next entry; null when it is good. */
    @Nullable
    Broken next(JsonNode entry) {
        FIELDS.forEach(field -> {
            if (!entry.hasNonNull(field)) {
                throw new Unusable(
                        "an audit entry has no field " + field + "; is the service newer than this command?");
            }
        });
        long place = entries + 1;
        long seq = entry.get("seq").asLong();
        if (seq != place) {
            return new Broken(
                    Math.min(seq, place),
                    seq > place
                            ? "entry " + place + " is missing, entry " + seq + " follows"
                            : "entry " + seq + " comes out of order");
        }
        if (!entry.get("prevHash").asText().equals(head)) {
            return new Broken(seq, "it names another previous hash than the entry before has");
        }
        String computed = hash(entry);
        if (!computed.equals(entry.get("hash").asText())) {
            return new Broken(
                    seq,
                    "its hash is " + computed + ", the service says "
                            + entry.get("hash").asText());
        }
        if (!events.add(entry.get("eventId").asText())) {
            return new Broken(seq, "its event is in the chain already");
        }
        entries = seq;
        head = computed;
        return againstExpected();
    }

    /** Checks the end of the chain against the head that the service names. */
    @Nullable
    Broken end(long headEntries, String headHash) {
        if (headEntries > entries) {
            return new Broken(
                    entries + 1,
                    "the chain ends here, its head counts " + headEntries + " entries: the end was cut off");
        }
        if (headEntries < entries) {
            return new Broken(headEntries + 1, "the head counts only " + headEntries + " entries: this one was forged");
        }
        if (!headHash.equals(head)) {
            return new Broken(entries, "the head names another hash than the last entry has");
        }
        if (expected.entries() > entries) {
            return new Broken(entries + 1, "you remember " + expected.entries() + " entries: the end was cut off");
        }
        if (expected.head() != null && !headSeen && !expected.head().equals(GENESIS)) {
            return new Broken(entries, "no entry has the hash that you remember: the chain was rewritten");
        }
        return null;
    }

    private @Nullable Broken againstExpected() {
        boolean same = head.equals(expected.head());
        headSeen |= same;
        if (expected.head() != null && expected.entries() == entries && !same) {
            return new Broken(entries, "you remember another hash of it: the chain was rewritten");
        }
        return null;
    }

    private static String hash(JsonNode entry) {
        MessageDigest sha256 = sha256();
        field(sha256, FORM);
        field(sha256, entry.get("prevHash").asText());
        field(sha256, entry.get("seq").asText());
        field(sha256, entry.get("eventId").asText());
        field(sha256, entry.get("type").asText());
        field(sha256, entry.get("topic").asText());
        field(sha256, entry.get("migrationId").asText());
        field(sha256, entry.get("occurredAt").asText());
        field(sha256, payload(entry));
        field(sha256, entry.get("body").asText());
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static byte[] payload(JsonNode entry) {
        try {
            return Base64.getDecoder().decode(entry.get("payload").asText());
        } catch (IllegalArgumentException e) {
            throw new Unusable("the payload of entry " + entry.get("seq") + " is not Base64");
        }
    }

    private static void field(MessageDigest sha256, String text) {
        field(sha256, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(MessageDigest sha256, byte[] bytes) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha256.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
