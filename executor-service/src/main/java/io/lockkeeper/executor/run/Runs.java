package io.lockkeeper.executor.run;

import io.lockkeeper.executor.grant.Grant;
import io.lockkeeper.executor.grant.GrantId;
import io.lockkeeper.executor.grant.MigrationId;
import io.lockkeeper.outbox.Outbox;
import io.lockkeeper.proto.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How runs come to be, end before they start, and are looked at. */
@ApplicationScoped
public class Runs {

    private final RunStore store;
    private final StatementStore statements;
    private final Outbox outbox;
    private final Clock clock;

    Runs(RunStore store, StatementStore statements, Outbox outbox, Clock clock) {
        this.store = store;
        this.statements = statements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of a valid grant. */
    public enum Queueing {
        QUEUED,
        /** The grant has its run. */
        ALREADY_USED,
        /** The migration has its run by another grant, or was told to have failed. */
        MIGRATION_CLOSED
    }

    /** A run and the journal of its statements. */
    public record Journaled(Run run, List<StatementRecord> statements) {}

    /** Queues the one run that {@code grant} permits. */
    @Transactional
    public Queueing queue(Grant grant) {
        if (store.used(grant.id())) {
            return Queueing.ALREADY_USED;
        }
        if (store.ofMigration(grant.migration()).isPresent() || store.closed(grant.migration())) {
            return Queueing.MIGRATION_CLOSED;
        }
        RunId id = new RunId(UUID.randomUUID());
        Instant now = clock.instant();
        store.insert(id, grant, now);
        Run run = new Run(
                id,
                grant.migration(),
                grant.id(),
                grant.target(),
                grant.engine(),
                grant.jws(),
                new RunState.Queued(),
                now,
                null,
                null);
        outbox.put(Topic.RUN, grant.migration().value(), RunWire.queued(run));
        return Queueing.QUEUED;
    }

    /**
     * Tells that the migration has failed for want of a valid grant, once, and only if it has no run.
     *
     * @return whether it was told now
     */
    @Transactional
    public boolean refuse(MigrationId migration, String reason, String message) {
        Instant now = clock.instant();
        if (store.ofMigration(migration).isPresent() || !store.close(migration, reason, now)) {
            return false;
        }
        outbox.put(Topic.RUN, migration.value(), RunWire.refused(migration.value(), message, now));
        return true;
    }

    /**
     * Ends the run of a grant that was taken back, if it has not started.
     *
     * @return whether there was such a run
     */
    @Transactional
    public boolean revoke(MigrationId migration, GrantId grant, String reason) {
        Optional<RunEntity> found = store.ofMigrationLocked(migration).filter(row -> row.grantId.equals(grant.value()));
        if (found.isEmpty() || !(RunStore.state(found.get()) instanceof RunState.Queued queued)) {
            return false;
        }
        Instant now = clock.instant();
        RunEntity row = found.get();
        RunStore.write(row, RunState.next(queued, new RunChange.Revoked(reason)), now);
        outbox.put(Topic.RUN, row.migrationId, RunWire.ended(RunStore.read(row), List.of(), now));
        return true;
    }

    @Transactional
    public Optional<Journaled> find(MigrationId migration) {
        return store.ofMigration(migration).map(RunStore::read).map(run -> new Journaled(run, statements.of(run.id())));
    }
}
