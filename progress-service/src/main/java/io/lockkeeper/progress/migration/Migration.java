package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.event.Fact;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.Told;
import java.time.Instant;

/**
 * One migration as the topics tell it.
 *
 * <p>Invariant: the same events, in any order that keeps each topic's own order, give an equal migration. Each facet is
 * changed by one topic only; times are joined by minimum and maximum.
 *
 * @param beganAt the earliest event heard of
 * @param changedAt the latest event heard of
 */
public record Migration(
        MigrationId id, IntakeFacet intake, ApprovalFacet approval, RunFacet run, Instant beganAt, Instant changedAt) {

    /** Nothing is known of it yet but that it exists. */
    public static Migration unheard(MigrationId id, Instant at) {
        return new Migration(id, IntakeFacet.NOT_HEARD, ApprovalFacet.NOT_HEARD, RunFacet.NOT_HEARD, at, at);
    }

    /** The migration after {@code told}. */
    public Migration with(Told told) {
        Instant began = told.time().isBefore(beganAt) ? told.time() : beganAt;
        Instant changed = told.time().isAfter(changedAt) ? told.time() : changedAt;
        return switch (told.reading().fact()) {
            case Fact.OfIntake fact -> new Migration(id, intake.with(fact), approval, run, began, changed);
            case Fact.OfApproval fact -> new Migration(id, intake, approval.with(fact), run, began, changed);
            case Fact.OfRun fact -> new Migration(id, intake, approval, run.with(fact), began, changed);
            case Fact.Unread unread -> new Migration(id, intake, approval, run, began, changed);
        };
    }

    /**
     * Where it stands. What happened to the database outranks what was decided, and what was decided outranks the intake:
     * the owning services let a migration end in one topic only, and if a race ever made two ends, this order, not the order
     * of arrival, says which one people see. A run that only waits does not outrank a decision against it.
     */
    public State state() {
        return switch (run.stage()) {
            case SUCCEEDED -> State.SUCCEEDED;
            case FAILED -> State.FAILED;
            case ABORTED -> State.ABORTED;
            case OUTCOME_UNKNOWN -> State.OUTCOME_UNKNOWN;
            case RUNNING -> State.RUNNING;
            case QUEUED -> decidedAgainst() ? beforeRun() : State.QUEUED;
            case NOT_HEARD -> beforeRun();
        };
    }

    private boolean decidedAgainst() {
        return approval.stage() == ApprovalFacet.Stage.REJECTED
                || approval.stage() == ApprovalFacet.Stage.EXPIRED
                || intake.stage() == IntakeFacet.Stage.WITHDRAWN;
    }

    private State beforeRun() {
        return switch (approval.stage()) {
            case REJECTED -> State.REJECTED;
            case EXPIRED -> State.EXPIRED;
            case GRANTED -> withdrawnOr(State.GRANTED);
            case HELD -> withdrawnOr(State.HELD);
            case APPROVED -> withdrawnOr(State.APPROVED);
            case AWAITING -> withdrawnOr(State.AWAITING_APPROVAL);
            case NOT_HEARD ->
                switch (intake.stage()) {
                    case NOT_HEARD -> State.ANNOUNCED;
                    case SUBMITTED -> State.SUBMITTED;
                    case CLASSIFIED -> State.CLASSIFIED;
                    case WITHDRAWN -> State.WITHDRAWN;
                };
        };
    }

    private State withdrawnOr(State otherwise) {
        return intake.stage() == IntakeFacet.Stage.WITHDRAWN ? State.WITHDRAWN : otherwise;
    }
}
