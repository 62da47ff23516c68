package io.lockkeeper.executor.engine.liquibase;

import io.lockkeeper.executor.engine.Journal;
import io.lockkeeper.executor.engine.LostLease;
import io.lockkeeper.executor.engine.RunContext;
import io.lockkeeper.executor.engine.sql.ConcurrentIndex;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/** Writes the journal while Liquibase goes through the changesets, and knows how far it came. */
final class ChangesetJournal extends AbstractChangeExecListener {

    private final Changesets changesets;
    private final Journal journal;
    private final RunContext context;
    private final Connection connection;
    private final int attempt;

    private int done;
    private @Nullable Current current;
    private @Nullable LostLease lost;
    private Changesets.@Nullable NotInPlan unplanned;

    ChangesetJournal(RunContext context, Changesets changesets, int done, int attempt) {
        this.changesets = changesets;
        this.journal = context.journal();
        this.context = context;
        this.connection = context.session().connection();
        this.done = done;
        this.attempt = attempt;
    }

    /**
     * The changeset under way.
     *
     * @param transactional it runs in one transaction
     * @param begun changes that were begun
     * @param ended changes that were ended; when equal to {@code begun}, Liquibase is between changes or committing
     * @param build what was there before a concurrent index build
     */
    record Current(
            String id,
            List<PlannedStatement> statements,
            boolean transactional,
            int changes,
            int begun,
            int ended,
            Optional<ConcurrentIndex> build) {

        List<Integer> indexes() {
            return statements.stream().map(PlannedStatement::index).toList();
        }

        /** The statement under way, as exactly as can be told. */
        int index() {
            int offset = changes == statements.size() ? Math.max(0, begun - 1) : 0;
            return statements.isEmpty() ? -1 : statements.get(offset).index();
        }

        boolean insideChange() {
            return begun > ended;
        }

        boolean allChangesEnded() {
            return ended == changes;
        }
    }

    /** Statements whose effect is permanent. */
    int done() {
        return done;
    }

    Optional<Current> current() {
        return Optional.ofNullable(current);
    }

    /** Why the listener itself stopped Liquibase, which wraps what a listener throws. */
    void rethrowOwn() {
        if (lost != null) {
            throw lost;
        }
        if (unplanned != null) {
            throw unplanned;
        }
    }

    @Override
    public void willRun(ChangeSet changeset, DatabaseChangeLog log, Database database, RunStatus status) {
        try {
            List<PlannedStatement> statements = changesets.of(changeset);
            Optional<ConcurrentIndex> index = prepareSession(changeset, statements);
            Current next = new Current(
                    changeset.getId(),
                    statements,
                    changeset.isRunInTransaction(),
                    changeset.getChanges().size(),
                    0,
                    0,
                    index);
            if (!statements.isEmpty()) {
                context.watch().statement(statements.getFirst().index());
                journal.started(
                        next.indexes(),
                        "changeset " + changeset.getId() + (attempt == 0 ? "" : ", try " + (attempt + 1)));
            }
            current = next;
        } catch (LostLease e) {
            lost = e;
            throw e;
        } catch (Changesets.NotInPlan e) {
            unplanned = e;
            throw e;
        }
    }

    @Override
    public void willRun(Change change, ChangeSet changeset, DatabaseChangeLog log, Database database) {
        if (current != null) {
            current = new Current(
                    current.id(),
                    current.statements(),
                    current.transactional(),
                    current.changes(),
                    current.begun() + 1,
                    current.ended(),
                    current.build());
            if (current.index() >= 0) {
                context.watch().statement(current.index());
            }
        }
    }

    @Override
    public void ran(Change change, ChangeSet changeset, DatabaseChangeLog log, Database database) {
        if (current != null) {
            noteTime(current);
            current = new Current(
                    current.id(),
                    current.statements(),
                    current.transactional(),
                    current.changes(),
                    current.begun(),
                    current.ended() + 1,
                    current.build());
        }
    }

    /** Of a changeset that is one statement, its time is the statement's; of others nobody can tell whose it is. */
    private void noteTime(Current ended) {
        if (ended.statements().size() != 1 || ended.changes() != 1) {
            return;
        }
        try {
            journal.executed(ended.index(), 0);
        } catch (LostLease e) {
            lost = e;
            throw e;
        }
    }

    @Override
    public void ran(ChangeSet changeset, DatabaseChangeLog log, Database database, ExecType type) {
        if (current == null || type == ExecType.FAILED) {
            return;
        }
        try {
            if (!current.statements().isEmpty()) {
                journal.committed(current.indexes());
                done += current.statements().size();
            }
            current = null;
        } catch (LostLease e) {
            lost = e;
            throw e;
        }
    }

    /** A lock timeout in the middle of CONCURRENTLY would leave an invalid index, and its locks block nobody. */
    private Optional<ConcurrentIndex> prepareSession(ChangeSet changeset, List<PlannedStatement> statements) {
        boolean concurrently = !changeset.isRunInTransaction()
                && statements.stream().anyMatch(statement -> ConcurrentIndex.isConcurrent(statement.sql()));
        try (Statement statement = connection.createStatement()) {
            String timeout = concurrently ? "0" : context.plan().options().lockTimeoutText();
            statement.execute("SET lock_timeout = '" + timeout + "'");
            Optional<ConcurrentIndex> index = concurrently && statements.size() == 1
                    ? ConcurrentIndex.before(connection, statements.getFirst().sql())
                    : Optional.empty();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return index;
        } catch (SQLException e) {
            throw new IllegalStateException("the session could not be prepared for a changeset", e);
        }
    }
}
