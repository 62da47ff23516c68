package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.run.StatementRecord.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecoveryTest {

    @Test
    void requeuesARunWhoseFirstStatementWasNeverSent() {
        assertThat(Recovery.judge(3, journal())).isEqualTo(new RunChange.Requeued());
    }

    @Test
    void callsTheOutcomeUnknownWhenAStatementWasSentAndHasNoEnd() {
        assertThat(outcome(3, State.FINISHED, State.STARTED))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.statementIndex())
                        .isEqualTo(1));
    }

    @Test
    void callsTheOutcomeUnknownWhenATransactionWasExecutedAndItsCommitIsNotKnown() {
        assertThat(outcome(2, State.EXECUTED, State.EXECUTED))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.statementIndex())
                        .isZero());
    }

    @Test
    void failsARunThatStoppedBetweenTwoStatementsAndSaysWhatIsApplied() {
        assertThat(outcome(3, State.FINISHED, State.FINISHED)).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.code()).isEqualTo(FailureCode.EXECUTOR_LOST);
            assertThat(failed.statementsDone()).isEqualTo(2);
        });
    }

    @Test
    void failsARunThatStoppedBetweenTwoTriesOfItsFirstStatement() {
        assertThat(outcome(3, State.ROLLED_BACK))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.statementsDone())
                        .isZero());
    }

    @Test
    void succeedsARunWhoseEveryStatementIsPermanent() {
        assertThat(outcome(2, State.FINISHED, State.FINISHED)).isEqualTo(new Outcome.Succeeded(2, 14));
    }

    private static Outcome outcome(int statements, State... states) {
        return ((RunChange.Ended) Recovery.judge(statements, journal(states))).outcome();
    }

    private static List<StatementRecord> journal(State... states) {
        List<StatementRecord> journal = new ArrayList<>();
        for (State state : states) {
            journal.add(new StatementRecord(journal.size(), state, 1, 7, Instant.EPOCH, null, null));
        }
        return journal;
    }
}
