package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.event.Fact;
import io.lockkeeper.progress.event.Fact.Window;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What approval-service said.
 *
 * @param approvals counted so far, of {@code needed}
 * @param approvers who approved, in order
 * @param hold the window that holds it; null when none does
 * @param decidedAt when it was approved, rejected or expired; null before
 * @param rejection null unless rejected
 */
public record ApprovalFacet(
        Stage stage,
        int approvals,
        int needed,
        String group,
        @Nullable Instant expiresAt,
        List<String> approvers,
        @Nullable Window hold,
        @Nullable Instant decidedAt,
        @Nullable Rejection rejection) {

    public static final ApprovalFacet NOT_HEARD =
            new ApprovalFacet(Stage.NOT_HEARD, 0, 0, "", null, List.of(), null, null, null);

    /** In the order in which a migration goes through them; the last two are ends. */
    public enum Stage {
        NOT_HEARD,
        AWAITING,
        APPROVED,
        HELD,
        GRANTED,
        REJECTED,
        EXPIRED
    }

    public record Rejection(String by, String comment) {}

    /** What is known after {@code fact}; an end stays. */
    public ApprovalFacet with(Fact.OfApproval fact) {
        if (stage == Stage.REJECTED || stage == Stage.EXPIRED) {
            return this;
        }
        return switch (fact) {
            case Fact.ApprovalAsked(int asked, String from, Instant until, Window closed) ->
                new ApprovalFacet(Stage.AWAITING, approvals, asked, from, until, approvers, null, null, null);
            case Fact.Counted(boolean approves, String who, int counted, int of) ->
                new ApprovalFacet(
                        stage, counted, of, group, expiresAt, approves ? plus(who) : approvers, hold, decidedAt, null);
            case Fact.Approved(List<String> who, Instant at) ->
                new ApprovalFacet(
                        Stage.APPROVED,
                        approvals,
                        needed,
                        group,
                        expiresAt,
                        who.isEmpty() ? approvers : who,
                        null,
                        at,
                        null);
            case Fact.Rejected(String by, String comment, Instant at) ->
                ended(Stage.REJECTED, at, new Rejection(by, comment));
            case Fact.Expired(Instant at) -> ended(Stage.EXPIRED, at, null);
            case Fact.Held(Window window) -> at(Stage.HELD, window);
            case Fact.Granted granted -> at(Stage.GRANTED, null);
            case Fact.GrantTakenBack takenBack -> at(Stage.APPROVED, null);
            case Fact.NotedByApproval noted -> this;
        };
    }

    private ApprovalFacet at(Stage next, @Nullable Window window) {
        return new ApprovalFacet(next, approvals, needed, group, expiresAt, approvers, window, decidedAt, rejection);
    }

    private ApprovalFacet ended(Stage end, Instant at, @Nullable Rejection why) {
        return new ApprovalFacet(end, approvals, needed, group, expiresAt, approvers, null, at, why);
    }

    private List<String> plus(String who) {
        return approvers.contains(who)
                ? approvers
                : Stream.concat(approvers.stream(), Stream.of(who)).toList();
    }
}
