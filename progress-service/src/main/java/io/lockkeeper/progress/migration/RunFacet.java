package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.event.Fact;
import io.lockkeeper.progress.event.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What executor-service said of the run.
 *
 * @param run its id; empty before one was heard of
 * @param paused only ever true while RUNNING
 * @param ending what was said at the end; null before
 */
public record RunFacet(
        Stage stage,
        String run,
        String phase,
        boolean paused,
        int statements,
        int statementsDone,
        @Nullable Instant startedAt,
        @Nullable Ending ending) {

    public static final RunFacet NOT_HEARD = new RunFacet(Stage.NOT_HEARD, "", "", false, 0, 0, null, null);

    /** In the order in which a run goes through them. */
    public enum Stage {
        NOT_HEARD,
        QUEUED,
        RUNNING,
        OUTCOME_UNKNOWN,
        SUCCEEDED,
        FAILED,
        ABORTED;

        /** Whether the run is over for good; an unknown outcome still waits for a person. */
        boolean isEnd() {
            return switch (this) {
                case SUCCEEDED, FAILED, ABORTED -> true;
                case NOT_HEARD, QUEUED, RUNNING, OUTCOME_UNKNOWN -> false;
            };
        }
    }

    /**
     * How a run ended.
     *
     * @param code reason of a failure, else empty
     * @param message what a person reads, may be empty
     * @param by who aborted, else empty
     * @param statementIndex where it failed or became unknown, else -1
     * @param rowsAffected -1 unless it succeeded
     */
    public record Ending(Instant at, String code, String message, String by, int statementIndex, long rowsAffected) {}

    /** What is known after {@code fact}; an end stays, and nothing restarts a run whose outcome is unknown. */
    public RunFacet with(Fact.OfRun fact) {
        if (stage.isEnd()) {
            return this;
        }
        return switch (fact) {
            case Fact.Queued(RunId id)
            when stage == Stage.NOT_HEARD ->
                new RunFacet(Stage.QUEUED, id.value(), phase, paused, statements, statementsDone, startedAt, ending);
            case Fact.Started(RunId id, int count, Instant at)
            when !unknown() -> new RunFacet(Stage.RUNNING, id.value(), phase, false, count, statementsDone, at, null);
            case Fact.PhaseEntered(RunId id, String entered, int done)
            when !unknown() -> new RunFacet(stage, id.value(), entered, paused, statements, done, startedAt, null);
            case Fact.Paused(RunId id, String reason) when stage == Stage.RUNNING -> paused(true);
            case Fact.Resumed(RunId id) when stage == Stage.RUNNING -> paused(false);
            case Fact.Succeeded(RunId id, int count, long rows, Instant from, Instant at) ->
                new RunFacet(
                        Stage.SUCCEEDED,
                        id.value(),
                        "",
                        false,
                        count,
                        count,
                        from,
                        new Ending(at, "", "", "", -1, rows));
            case Fact.Failed(RunId id, String code, String message, int index, int done, Instant at) ->
                ended(Stage.FAILED, id, done, new Ending(at, code, message, "", index, -1));
            case Fact.Aborted(RunId id, String by, int done, Instant at) ->
                ended(Stage.ABORTED, id, done, new Ending(at, "", "", by, -1, -1));
            case Fact.OutcomeUnknown(RunId id, String reason, int index, Instant at) ->
                ended(Stage.OUTCOME_UNKNOWN, id, statementsDone, new Ending(at, "", reason, "", index, -1));
            case Fact.Queued late -> this;
            case Fact.Started late -> this;
            case Fact.PhaseEntered late -> this;
            case Fact.Paused late -> this;
            case Fact.Resumed late -> this;
            case Fact.NotedByRun noted -> this;
        };
    }

    private boolean unknown() {
        return stage == Stage.OUTCOME_UNKNOWN;
    }

    private RunFacet paused(boolean now) {
        return new RunFacet(stage, run, phase, now, statements, statementsDone, startedAt, ending);
    }

    private RunFacet ended(Stage end, RunId id, int done, Ending how) {
        return new RunFacet(end, id.value(), phase, false, statements, done, startedAt, how);
    }
}
