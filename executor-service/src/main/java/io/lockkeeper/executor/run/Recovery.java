package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.run.StatementRecord.State;
import java.util.List;
import java.util.Optional;

/** Judges a run whose executor is gone, by the journal alone. Pure. */
final class Recovery {

    private Recovery() {}

    /**
     * What is to happen to the run.
     *
     * @param statements in the plan; 0 when the checks before the first statement were not done
     */
    static RunChange judge(int statements, List<StatementRecord> journal) {
        Optional<StatementRecord> inFlight = journal.stream()
                .filter(statement -> statement.state().inFlight())
                .findFirst();
        if (inFlight.isPresent()) {
            int index = inFlight.get().index();
            return new RunChange.Ended(new Outcome.Unknown(
                    "the executor was lost while statement " + (index + 1)
                            + " was under way; whether it took effect is not known",
                    index));
        }
        if (journal.isEmpty()) {
            return new RunChange.Requeued();
        }
        List<StatementRecord> done = journal.stream()
                .filter(statement -> statement.state() == State.FINISHED)
                .toList();
        if (done.size() == statements) {
            long rows = done.stream().mapToLong(StatementRecord::rows).sum();
            return new RunChange.Ended(new Outcome.Succeeded(statements, rows));
        }
        return new RunChange.Ended(new Outcome.Failed(
                FailureCode.EXECUTOR_LOST,
                "the executor was lost between two statements; " + done.size() + " of " + statements
                        + " are applied, none is under way",
                -1,
                done.size()));
    }
}
