package io.lockkeeper.executor.run;

import io.lockkeeper.executor.run.StatementRecord.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Rows of table {@code run_statement}. */
@ApplicationScoped
class StatementStore implements PanacheRepositoryBase<StatementEntity, StatementEntity.Key> {

    void started(RunId run, int index, Instant now) {
        StatementEntity.Key key = new StatementEntity.Key(run.value(), index);
        StatementEntity row = findById(key);
        if (row == null) {
            row = new StatementEntity();
            row.key = key;
            row.state = State.STARTED.name();
            row.attempts = 1;
            row.startedAt = now;
            persist(row);
            return;
        }
        if (State.valueOf(row.state) != State.ROLLED_BACK) {
            throw new IllegalStateException(
                    "statement " + index + " of run " + run + " is " + row.state + " and may not be sent again");
        }
        row.state = State.STARTED.name();
        row.attempts++;
        row.rows = 0;
        row.startedAt = now;
        row.executedAt = null;
        row.finishedAt = null;
    }

    void executed(RunId run, int index, long rows, Instant now) {
        StatementEntity row = existing(run, index);
        row.state = State.EXECUTED.name();
        row.rows = rows;
        row.executedAt = now;
    }

    void ended(RunId run, int index, State state, Instant now) {
        StatementEntity row = existing(run, index);
        row.state = state.name();
        row.finishedAt = now;
    }

    List<StatementRecord> of(RunId run) {
        return find("key.run = ?1 order by key.index", run.value()).stream()
                .map(StatementStore::read)
                .toList();
    }

    int countFinished(RunId run) {
        return Math.toIntExact(count("key.run = ?1 and state = ?2", run.value(), State.FINISHED.name()));
    }

    private StatementEntity existing(RunId run, int index) {
        StatementEntity row = findById(new StatementEntity.Key(run.value(), index));
        if (row == null) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "statement %d of run %s was never started", index, run));
        }
        return row;
    }

    private static StatementRecord read(StatementEntity row) {
        return new StatementRecord(
                row.key.index(),
                State.valueOf(row.state),
                row.attempts,
                row.rows,
                row.startedAt,
                row.executedAt,
                row.finishedAt);
    }
}
