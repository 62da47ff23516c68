package io.lockkeeper.executor.engine.liquibase;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.LockRetry;
import io.lockkeeper.executor.engine.LostLease;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.RunContext;
import io.lockkeeper.executor.engine.SqlFailure;
import io.lockkeeper.executor.engine.SqlFailure.Kind;
import io.lockkeeper.executor.engine.liquibase.ChangesetJournal.Current;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.logging.core.NoOpLogService;
import liquibase.ui.LoggerUIService;

/** One run of a changelog. What a changeset in doubt has done is judged by where Liquibase was when it stopped. */
final class LiquibaseRun {

    private static final long LOCK_WAIT_MINUTES = 1;

    private final RunContext context;
    private final LockRetry retry;
    private final Changesets changesets;

    LiquibaseRun(RunContext context, LockRetry retry) {
        this.context = context;
        this.retry = retry;
        this.changesets = new Changesets(context.plan());
    }

    Outcome run() {
        int done = 0;
        for (int attempt = 0; ; attempt++) {
            ChangesetJournal journal = new ChangesetJournal(context, changesets, done, attempt);
            Try result;
            try {
                result = update(journal);
            } catch (Changesets.NotInPlan e) {
                return new Outcome.Failed(
                        FailureCode.SUBJECT_CHANGED, String.valueOf(e.getMessage()), -1, journal.done());
            }
            if (result instanceof Try.Ended(Outcome outcome)) {
                return outcome;
            }
            done = journal.done();
            if (attempt >= context.plan().options().lockRetries()) {
                int index = result instanceof Try.NoLock(int statement) ? statement : -1;
                return new Outcome.Failed(
                        FailureCode.LOCK_TIMEOUT, "no lock in " + (attempt + 1) + " tries", index, done);
            }
            retry.await(attempt);
        }
    }

    private sealed interface Try {
        record NoLock(int statement) implements Try {}

        record Ended(Outcome outcome) implements Try {}
    }

    private Try update(ChangesetJournal journal) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(Scope.Attr.resourceAccessor.name(), new BundleFiles(context.bundle()));
        // Liquibase's own log lines quote SQL.
        settings.put(Scope.Attr.logService.name(), new NoOpLogService());
        settings.put(Scope.Attr.ui.name(), new LoggerUIService());
        settings.put("liquibase.analytics.enabled", false);
        settings.put("liquibase.showBanner", false);
        try {
            return Scope.child(settings, () -> update(journal, database()));
        } catch (LostLease | IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            journal.rethrowOwn();
            return judge(journal, e);
        }
    }

    private Try update(ChangesetJournal journal, Database database) throws Exception {
        LockService lock = LockServiceFactory.getInstance().getLockService(database);
        Optional<Outcome> locked = heldBySomebody(lock, journal.done());
        if (locked.isPresent()) {
            return new Try.Ended(locked.get());
        }
        lock.setChangeLogLockWaitTime(LOCK_WAIT_MINUTES);
        Liquibase liquibase = new Liquibase(context.bundle().entry(), new BundleFiles(context.bundle()), database);
        liquibase.setChangeExecListener(journal);
        try {
            liquibase.update(new Contexts(), new LabelExpression());
        } catch (LiquibaseException | RuntimeException e) {
            journal.rethrowOwn();
            return judge(journal, e);
        } finally {
            releaseIfAlive(lock);
        }
        return new Try.Ended(new Outcome.Succeeded(journal.done(), 0));
    }

    private Database database() throws LiquibaseException {
        return DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(
                        new JdbcConnection(context.session().connection()));
    }

    /** Reported, never forced: only a person can know whether the holder is dead. */
    private static Optional<Outcome> heldBySomebody(LockService lock, int done) throws LiquibaseException {
        DatabaseChangeLogLock[] locks = lock.listLocks();
        if (locks.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Outcome.Failed(
                FailureCode.LIQUIBASE_LOCKED,
                "Liquibase's lock is held by " + locks[0].getLockedBy() + " since "
                        + locks[0].getLockGranted().toInstant()
                        + "; if its holder is dead, release it with 'liquibase release-locks'",
                -1,
                done));
    }

    private Try judge(ChangesetJournal journal, Exception e) {
        SqlFailure failure = SqlFailure.of(e);
        Optional<Current> current = journal.current();
        if (current.isEmpty()) {
            return new Try.Ended(outsideChangesets(journal, e, failure));
        }
        Current changeset = current.get();
        if (failure.kind() == Kind.CONNECTION_LOST) {
            return changeset.transactional() && changeset.insideChange()
                    ? takenBack(journal, changeset, FailureCode.CONNECTION_LOST, failure.text())
                    : unknown(changeset, "the connection broke (" + failure.text() + ")");
        }
        if (changeset.allChangesEnded() && changeset.changes() > 0) {
            return unknown(
                    changeset,
                    "Liquibase failed when it committed or noted changeset " + changeset.id() + " (" + failure.text()
                            + ")");
        }
        if (!changeset.transactional()) {
            return stoppedHalfWay(journal, changeset, failure);
        }
        rollback();
        if (failure.kind() == Kind.LOCK) {
            context.journal().rolledBack(changeset.indexes());
            return new Try.NoLock(changeset.index());
        }
        return takenBack(journal, changeset, FailureCode.STATEMENT_FAILED, failure.text());
    }

    private Outcome outsideChangesets(ChangesetJournal journal, Exception e, SqlFailure failure) {
        FailureCode code = failure.kind() == Kind.CONNECTION_LOST
                ? FailureCode.CONNECTION_LOST
                : caused(e, LockException.class) ? FailureCode.LIQUIBASE_LOCKED : FailureCode.LIQUIBASE_FAILED;
        return new Outcome.Failed(
                code, "Liquibase stopped outside any changeset: " + failure.text(), -1, journal.done());
    }

    private Try takenBack(ChangesetJournal journal, Current changeset, FailureCode code, String text) {
        context.journal().rolledBack(changeset.indexes());
        return new Try.Ended(new Outcome.Failed(
                code, text + "; changeset " + changeset.id() + " was rolled back", changeset.index(), journal.done()));
    }

    private Try stoppedHalfWay(ChangesetJournal journal, Current changeset, SqlFailure failure) {
        Connection connection = context.session().connection();
        String left = "";
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            left = changeset
                    .build()
                    .map(index -> index.afterFailure(connection))
                    .orElse("");
        } catch (SQLException e) {
            left = "; what it left could not be read";
        }
        changeset.indexes().forEach(context.journal()::failed);
        return new Try.Ended(new Outcome.Failed(
                FailureCode.STATEMENT_FAILED,
                failure.text() + "; changeset " + changeset.id()
                        + " runs outside a transaction and is not recorded as run" + left,
                changeset.index(),
                journal.done()));
    }

    private static Try unknown(Current changeset, String reason) {
        return new Try.Ended(new Outcome.Unknown(reason, changeset.index()));
    }

    private void rollback() {
        try {
            context.session().connection().rollback();
        } catch (SQLException e) {
            // The session is closed after the run, and with it the transaction.
        }
    }

    private static void releaseIfAlive(LockService lock) {
        try {
            if (lock.hasChangeLogLock()) {
                lock.releaseLock();
            }
        } catch (LockException e) {
            // The lock stays; the next run reports its holder, and a person releases it.
        }
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth++ < 50; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
