package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.grant.GrantId;
import io.lockkeeper.approval.window.ClosedWindow;
import java.time.Instant;
import java.util.Optional;

/** Where an approval stands. Terminal states never change. */
public sealed interface ApprovalState {

    /** {@code given} of {@code needed} approvals are there. */
    record AwaitingApproval(int given, int needed, Instant expiresAt) implements ApprovalState {}

    /** All approvals are there; within the same transaction it becomes {@link Held} or {@link Granted}. */
    record Approved(Instant at) implements ApprovalState {}

    /** Approved, but nothing may start now. */
    record Held(ClosedWindow window) implements ApprovalState {}

    /** The one grant is issued; no run has claimed it yet. */
    record Granted(GrantId grant) implements ApprovalState {}

    /** A run uses the grant. */
    record Running(GrantId grant, String run) implements ApprovalState {}

    /** An approver said no. */
    record Rejected(String by, Instant at) implements ApprovalState {}

    /** Nobody decided in time. */
    record Expired(Instant at) implements ApprovalState {}

    /** The submitter took the migration back. */
    record Withdrawn(String by, Instant at) implements ApprovalState {}

    /** The run ended. */
    record Closed(RunEnd end) implements ApprovalState {}

    /** How a run ended. */
    enum RunEnd {
        SUCCEEDED,
        FAILED,
        ABORTED
    }

    /** What happens to an approval. */
    sealed interface Event {

        record ApprovalCounted(Instant at) implements Event {}

        record RejectionCounted(String by, Instant at) implements Event {}

        record TimeRanOut(Instant at) implements Event {}

        record MigrationWithdrawn(String by, Instant at) implements Event {}

        /** The same migration with another subject: what was approved is void. */
        record SubjectChanged(ApprovalState anew) implements Event {}

        record WindowShut(ClosedWindow window) implements Event {}

        record GrantSigned(GrantId grant) implements Event {}

        record RunClaimed(String run) implements Event {}

        record RunOver(RunEnd end) implements Event {}
    }

    /** A state and what happens to it. */
    record Pair(ApprovalState state, Event event) {}

    /** The state after {@code event}; empty when the event does not belong to {@code state}, which then stands. */
    static Optional<ApprovalState> next(ApprovalState state, Event event) {
        return Optional.ofNullable(
                switch (new Pair(state, event)) {
                    case Pair(AwaitingApproval s, Event.ApprovalCounted e) -> counted(s, e.at());
                    case Pair(AwaitingApproval s, Event.RejectionCounted e) -> new Rejected(e.by(), e.at());
                    case Pair(AwaitingApproval s, Event.TimeRanOut e) -> new Expired(e.at());
                    case Pair(AwaitingApproval s, Event.MigrationWithdrawn e) -> new Withdrawn(e.by(), e.at());
                    case Pair(AwaitingApproval s, Event.SubjectChanged e) -> e.anew();
                    case Pair(Approved s, Event.WindowShut e) -> new Held(e.window());
                    case Pair(Approved s, Event.GrantSigned e) -> new Granted(e.grant());
                    case Pair(Held s, Event.WindowShut e) -> new Held(e.window());
                    case Pair(Held s, Event.GrantSigned e) -> new Granted(e.grant());
                    case Pair(Held s, Event.MigrationWithdrawn e) -> new Withdrawn(e.by(), e.at());
                    case Pair(Held s, Event.SubjectChanged e) -> e.anew();
                    case Pair(Granted s, Event.RunClaimed e) -> new Running(s.grant(), e.run());
                    case Pair(Granted s, Event.RunOver e) -> new Closed(e.end());
                    case Pair(Granted s, Event.MigrationWithdrawn e) -> new Withdrawn(e.by(), e.at());
                    case Pair(Running s, Event.RunOver e) -> new Closed(e.end());
                    case Pair(ApprovalState s, Event e) -> null;
                });
    }

    /** The first state of an approval that needs {@code needed} people; nobody is asked when that is 0. */
    static ApprovalState opened(int needed, Instant now, Instant expiresAt) {
        return needed == 0 ? new Approved(now) : new AwaitingApproval(0, needed, expiresAt);
    }

    /** Whether nothing can happen to it any more. */
    default boolean terminal() {
        return switch (this) {
            case AwaitingApproval s -> false;
            case Approved s -> false;
            case Held s -> false;
            case Granted s -> false;
            case Running s -> false;
            case Rejected s -> true;
            case Expired s -> true;
            case Withdrawn s -> true;
            case Closed s -> true;
        };
    }

    /** Its name in tables, REST and diagrams. */
    default String label() {
        return switch (this) {
            case AwaitingApproval s -> "AWAITING_APPROVAL";
            case Approved s -> "APPROVED";
            case Held s -> "HELD";
            case Granted s -> "GRANTED";
            case Running s -> "RUNNING";
            case Rejected s -> "REJECTED";
            case Expired s -> "EXPIRED";
            case Withdrawn s -> "WITHDRAWN";
            case Closed s -> "CLOSED";
        };
    }

    private static ApprovalState counted(AwaitingApproval state, Instant at) {
        int given = state.given() + 1;
        return given >= state.needed()
                ? new Approved(at)
                : new AwaitingApproval(given, state.needed(), state.expiresAt());
    }
}
