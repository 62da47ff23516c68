package io.lockkeeper.notifier.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What topic run last said.
 *
 * @param statements in all, 0 when unknown
 * @param reason why paused, or why the outcome is unknown; the sanitised message of a failure
 * @param statementIndex of the statement that failed or whose outcome is unknown, -1 when none
 * @param by who aborted
 * @param at when the stage began
 */
public record RunFacet(
        Stage stage,
        String runId,
        String phase,
        int statements,
        int statementsDone,
        @Nullable Instant startedAt,
        long rows,
        String code,
        String reason,
        int statementIndex,
        @Nullable Person by,
        Instant at) {

    public static final RunFacet NONE =
            new RunFacet(Stage.NONE, "", "", 0, 0, null, 0, "", "", -1, null, Instant.EPOCH);

    /** How far the run is. */
    public enum Stage {
        NONE,
        QUEUED,
        RUNNING,
        PAUSED,
        CUT_OVER_READY,
        SUCCEEDED,
        FAILED,
        ABORTED,
        OUTCOME_UNKNOWN;

        /** Something is going on at the target, so the card must never be silent. */
        public boolean live() {
            return this == RUNNING || this == PAUSED || this == CUT_OVER_READY;
        }

        public boolean ended() {
            return ordinal() >= SUCCEEDED.ordinal();
        }
    }

    public static RunFacet queued(String runId, Instant at) {
        return new RunFacet(Stage.QUEUED, runId, "", 0, 0, null, 0, "", "", -1, null, at);
    }

    public RunFacet started(int statementsInAll, Instant when) {
        return new RunFacet(
                Stage.RUNNING, runId, phase, statementsInAll, statementsDone, when, rows, "", "", -1, null, when);
    }

    public RunFacet phase(String now, int done) {
        return new RunFacet(stage, runId, now, statements, done, startedAt, rows, code, reason, statementIndex, by, at);
    }

    public RunFacet at(Stage next, String why, Instant when) {
        return new RunFacet(next, runId, phase, statements, statementsDone, startedAt, rows, "", why, -1, null, when);
    }

    public RunFacet succeeded(int statementsInAll, long rowsAffected, Instant began, Instant when) {
        return new RunFacet(
                Stage.SUCCEEDED,
                runId,
                "",
                statementsInAll,
                statementsInAll,
                began,
                rowsAffected,
                "",
                "",
                -1,
                null,
                when);
    }

    public RunFacet failed(String why, String message, int index, int done, Instant when) {
        return new RunFacet(
                Stage.FAILED, runId, phase, statements, done, startedAt, rows, why, message, index, null, when);
    }

    public RunFacet aborted(Person who, int done, Instant when) {
        return new RunFacet(Stage.ABORTED, runId, phase, statements, done, startedAt, rows, "", "", -1, who, when);
    }

    public RunFacet unknown(String why, int index, Instant when) {
        return new RunFacet(
                Stage.OUTCOME_UNKNOWN,
                runId,
                phase,
                statements,
                statementsDone,
                startedAt,
                rows,
                "",
                why,
                index,
                null,
                when);
    }
}
