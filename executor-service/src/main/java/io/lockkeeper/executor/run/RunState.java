package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Outcome;

/**
 * Where a run is. Four states are ends: nothing leaves them, and {@link Unknown} in particular is never left by a machine.
 */
public sealed interface RunState {

    /** Permitted, waiting for its turn on the target. */
    record Queued() implements RunState {}

    /**
     * Held by one executor.
     *
     * @param phase what people see
     * @param statements in the plan; 0 until the checks before the first statement are done
     * @param statementsDone whose effect is permanent
     */
    record Running(Lease lease, String phase, int statements, int statementsDone) implements RunState {}

    record Succeeded(int statements, long rows) implements RunState {}

    /** See {@link Outcome.Failed}. */
    record Failed(FailureCode code, String message, int statementIndex, int statementsDone) implements RunState {}

    record Aborted(String reason, int statementsDone) implements RunState {}

    record Unknown(String reason, int statementIndex) implements RunState {}

    /** The first phase: everything that is checked before the first statement. */
    String PREFLIGHT = "preflight";

    /**
     * The state after {@code change}.
     *
     * @throws IllegalStateException when the change is not possible in this state
     */
    static RunState next(RunState state, RunChange change) {
        return switch (new Step(state, change)) {
            case Step(Queued q, RunChange.Claimed(Lease lease)) -> new Running(lease, PREFLIGHT, 0, 0);
            case Step(Queued q, RunChange.Revoked(String reason)) -> new Aborted(reason, 0);
            case Step(Running(Lease lease, String p, int s, int done), RunChange.Prepared(int statements)) ->
                new Running(lease, PREFLIGHT, statements, done);
            case Step(
                    Running(Lease lease, String p, int statements, int d),
                    RunChange.Entered(String phase, int done)) -> new Running(lease, phase, statements, done);
            case Step(Running(Lease l, String p, int s, int done), RunChange.Requeued r) when done == 0 -> new Queued();
            case Step(Running r, RunChange.Ended(Outcome outcome)) -> end(outcome);
            case Step(RunState from, RunChange refused) ->
                throw new IllegalStateException(
                        "a run that is " + from.getClass().getSimpleName() + " cannot be "
                                + refused.getClass().getSimpleName());
        };
    }

    private static RunState end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded(int statements, long rows) -> new Succeeded(statements, rows);
            case Outcome.Failed(FailureCode code, String message, int index, int done) ->
                new Failed(code, message, index, done);
            case Outcome.Aborted(String reason, int done) -> new Aborted(reason, done);
            case Outcome.Unknown(String reason, int index) -> new Unknown(reason, index);
        };
    }

    /** A state and what happens to it. */
    record Step(RunState state, RunChange change) {}
}
