package io.lockkeeper.executor.engine.sql;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Journal;
import io.lockkeeper.executor.engine.LockRetry;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.RunContext;
import io.lockkeeper.executor.engine.SqlFailure;
import io.lockkeeper.executor.engine.SqlFailure.Kind;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.subject.Options;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One native run. A transaction whose commit was not sent cannot have taken effect, whatever happens to the connection; a
 * commit without an answer, and a statement outside a transaction without an answer, leave the outcome unknown.
 */
final class NativeRun {

    private static final int FETCH_SIZE = 1000;

    private final RunContext context;
    private final Connection connection;
    private final Journal journal;
    private final Options options;
    private final LockRetry retry;

    private int done;
    private long rows;

    NativeRun(RunContext context, LockRetry retry) {
        this.context = context;
        this.connection = context.session().connection();
        this.journal = context.journal();
        this.options = context.plan().options();
        this.retry = retry;
    }

    /** How a try of a unit ended. */
    private sealed interface Try {
        record Done(int statements, long rows) implements Try {}

        /** Nothing is applied and the session lives; the lock was the only trouble. */
        record NoLock(int statement, String text) implements Try {}

        record Ended(Outcome outcome) implements Try {}
    }

    Outcome run() {
        for (Unit unit : Unit.of(context.plan())) {
            Optional<Outcome> end = run(unit);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return new Outcome.Succeeded(done, rows);
    }

    private Optional<Outcome> run(Unit unit) {
        for (int attempt = 0; ; attempt++) {
            Try result = unit.inTransaction() ? inTransaction(unit, attempt) : alone(unit.first(), attempt);
            switch (result) {
                case Try.Done(int statements, long affected) -> {
                    done += statements;
                    rows += affected;
                    return Optional.empty();
                }
                case Try.Ended(Outcome outcome) -> {
                    return Optional.of(outcome);
                }
                case Try.NoLock(int statement, String text) -> {
                    if (attempt >= options.lockRetries()) {
                        return Optional.of(new Outcome.Failed(
                                FailureCode.LOCK_TIMEOUT,
                                "no lock in " + (attempt + 1) + " tries of " + options.lockTimeoutText() + ": " + text,
                                statement,
                                done));
                    }
                    retry.await(attempt);
                }
            }
        }
    }

    private Try inTransaction(Unit unit, int attempt) {
        List<Integer> sent = new ArrayList<>();
        long affected = 0;
        try {
            setLockTimeout(options.lockTimeoutText());
            connection.setAutoCommit(false);
            for (PlannedStatement statement : unit.statements()) {
                context.watch().statement(statement.index());
                journal.started(List.of(statement.index()), phase(statement, attempt));
                sent.add(statement.index());
                long count = execute(statement);
                journal.executed(statement.index(), count);
                affected += count;
            }
        } catch (SQLException e) {
            return takenBack(e, sent);
        }
        try {
            connection.commit();
            // The session is in auto-commit between units, so that nothing is ever left idle in a transaction.
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            return SqlFailure.of(e).kind() == Kind.CONNECTION_LOST ? unknown(sent.getLast(), e) : takenBack(e, sent);
        }
        journal.committed(sent);
        return new Try.Done(sent.size(), affected);
    }

    /** The commit was refused or never sent: the server has taken everything back, or will when it notices. */
    private Try takenBack(SQLException e, List<Integer> sent) {
        SqlFailure failure = SqlFailure.of(e);
        boolean alive = failure.kind() != Kind.CONNECTION_LOST && rollback();
        journal.rolledBack(sent);
        int index = sent.isEmpty() ? -1 : sent.getLast();
        if (!alive) {
            return failed(FailureCode.CONNECTION_LOST, failure.text() + "; the transaction had no effect", index);
        }
        return failure.kind() == Kind.LOCK
                ? new Try.NoLock(index, failure.text())
                : failed(FailureCode.STATEMENT_FAILED, failure.text(), index);
    }

    private Try alone(PlannedStatement statement, int attempt) {
        boolean concurrently = ConcurrentIndex.isConcurrent(statement.sql());
        Optional<ConcurrentIndex> index;
        try {
            // A lock timeout in the middle of CONCURRENTLY would leave an invalid index, and its locks block nobody.
            setLockTimeout(concurrently ? "0" : options.lockTimeoutText());
            index = ConcurrentIndex.before(connection, statement.sql());
        } catch (SQLException e) {
            return failed(FailureCode.CONNECTION_LOST, SqlFailure.of(e).text(), -1);
        }
        context.watch().statement(statement.index());
        journal.started(List.of(statement.index()), phase(statement, attempt));
        long affected;
        try {
            affected = execute(statement);
        } catch (SQLException e) {
            return refused(statement, e, concurrently, index);
        }
        journal.executed(statement.index(), affected);
        journal.committed(List.of(statement.index()));
        return new Try.Done(1, affected);
    }

    private Try refused(
            PlannedStatement statement, SQLException e, boolean concurrently, Optional<ConcurrentIndex> index) {
        SqlFailure failure = SqlFailure.of(e);
        if (failure.kind() == Kind.CONNECTION_LOST) {
            return unknown(statement.index(), e);
        }
        if (failure.kind() == Kind.LOCK && !concurrently) {
            journal.rolledBack(List.of(statement.index()));
            return new Try.NoLock(statement.index(), failure.text());
        }
        String left = index.map(made -> made.afterFailure(connection)).orElse("");
        journal.failed(statement.index());
        return failed(FailureCode.STATEMENT_FAILED, failure.text() + left, statement.index());
    }

    /** Reads every row of a result, because a function in a SELECT may be the very work that is meant. */
    private long execute(PlannedStatement planned) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(FETCH_SIZE);
            if (!statement.execute(planned.sql())) {
                return Math.max(0, statement.getLargeUpdateCount());
            }
            long count = 0;
            try (ResultSet result = statement.getResultSet()) {
                while (result.next()) {
                    count++;
                }
            }
            return count;
        }
    }

    private void setLockTimeout(String value) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '" + value + "'");
        }
    }

    private boolean rollback() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private String phase(PlannedStatement statement, int attempt) {
        String phase = "statement " + (statement.index() + 1) + " of "
                + context.plan().statements().size();
        return attempt == 0 ? phase : phase + ", try " + (attempt + 1);
    }

    private Try failed(FailureCode code, String message, int index) {
        return new Try.Ended(new Outcome.Failed(code, message, index, done));
    }

    private static Try unknown(int index, SQLException e) {
        return new Try.Ended(new Outcome.Unknown(
                "the connection broke and the server's answer is missing ("
                        + SqlFailure.of(e).text() + ")",
                index));
    }
}
