package io.lockkeeper.notifier.card;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What topic approval last said.
 *
 * @param subjectHash what approval is asked for; buttons are drawn only while it equals the classified one
 * @param closedWindow why nothing may start now; null when something may
 * @param by who rejected, or null
 * @param reason of a rejection or of a grant's revocation
 * @param at when the stage began
 */
public record ApprovalFacet(
        Stage stage,
        String subjectHash,
        int approvals,
        int needed,
        String group,
        @Nullable Instant expiresAt,
        String policy,
        @Nullable ClosedWindow closedWindow,
        List<Approval> given,
        @Nullable Person by,
        String reason,
        Instant at) {

    public static final ApprovalFacet NONE =
            new ApprovalFacet(Stage.NONE, "", 0, 0, "", null, "", null, List.of(), null, "", Instant.EPOCH);

    public ApprovalFacet {
        given = List.copyOf(given);
    }

    /** How far approval-service is. */
    public enum Stage {
        NONE,
        REQUESTED,
        APPROVED,
        HELD,
        GRANTED,
        REVOKED,
        REJECTED,
        EXPIRED;

        public boolean ended() {
            return this == REJECTED || this == EXPIRED;
        }
    }

    /** One counted approval. */
    public record Approval(Person person, Instant at) {}

    /** A freeze or peak. */
    public record ClosedWindow(
            String kind,
            String reason,
            @Nullable Instant until,
            @Nullable Instant suggestedFrom,
            @Nullable Instant suggestedUntil) {}

    public ApprovalFacet counted(Approval approval, int approvalsNow, int approvalsNeeded) {
        return new ApprovalFacet(
                stage,
                subjectHash,
                approvalsNow,
                approvalsNeeded,
                group,
                expiresAt,
                policy,
                closedWindow,
                Stream.concat(given.stream(), Stream.of(approval)).toList(),
                by,
                reason,
                at);
    }

    /** Ends are final: whatever comes later changes nothing. */
    public ApprovalFacet at(Stage next, @Nullable ClosedWindow window, @Nullable Person who, String why, Instant when) {
        if (stage.ended()) {
            return this;
        }
        return new ApprovalFacet(
                next, subjectHash, approvals, needed, group, expiresAt, policy, window, given, who, why, when);
    }

    /** The approvers that the policy asked for, when it asked for any. */
    public Optional<Approval> lastApproval() {
        return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
    }
}
