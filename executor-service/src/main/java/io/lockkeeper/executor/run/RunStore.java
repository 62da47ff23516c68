package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.grant.Grant;
import io.lockkeeper.executor.grant.GrantId;
import io.lockkeeper.executor.grant.MigrationId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of table {@code run}. Leases are counted by the database's clock, the one that all executors share. */
@ApplicationScoped
class RunStore implements PanacheRepositoryBase<RunEntity, UUID> {

    private static final String NEXT_IN_LINE = """
            SELECT r.id FROM run r
            WHERE r.state = 'QUEUED'
              AND NOT EXISTS (SELECT 1 FROM run live WHERE live.target = r.target AND live.state = 'RUNNING')
              AND NOT EXISTS (SELECT 1 FROM run first WHERE first.target = r.target AND first.state = 'QUEUED' AND first.seq < r.seq)
            ORDER BY r.seq LIMIT 1 FOR UPDATE OF r SKIP LOCKED""";

    private static final String EXPIRED = """
            SELECT r.id FROM run r WHERE r.state = 'RUNNING' AND r.lease_until < now()
            ORDER BY r.seq LIMIT 1 FOR UPDATE OF r SKIP LOCKED""";

    private static final String EXTEND = """
            UPDATE run SET lease_until = now() + make_interval(secs => :seconds)
            WHERE id = :id AND token = :token AND state = 'RUNNING'""";

    private static final String COUNT_SAMPLE = """
            UPDATE run SET samples = samples + 1
            WHERE id = :id AND token = :token AND state = 'RUNNING' RETURNING samples""";

    void insert(RunId id, Grant grant, Instant now) {
        RunEntity row = new RunEntity();
        row.id = id.value();
        row.migrationId = grant.migration().value();
        row.grantId = grant.id().value();
        row.target = grant.target();
        row.engine = grant.engine();
        row.grantJws = grant.jws();
        row.state = "QUEUED";
        row.queuedAt = now;
        persistAndFlush(row);
    }

    Optional<RunEntity> ofMigration(MigrationId migration) {
        return find("migrationId", migration.value()).firstResultOptional();
    }

    Optional<RunEntity> ofMigrationLocked(MigrationId migration) {
        return find("migrationId", migration.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean used(GrantId grant) {
        return count("grantId", grant.value()) > 0;
    }

    Optional<RunEntity> lockNext() {
        return locked(NEXT_IN_LINE);
    }

    Optional<RunEntity> lockExpired() {
        return locked(EXPIRED);
    }

    /** The row, locked, if {@code lease} is still the right to it. */
    Optional<RunEntity> held(Lease lease) {
        return find("id = ?1 and token = ?2 and state = 'RUNNING'", lease.run().value(), lease.token())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** @param stillValid also refuse when the lease ran out, though nobody has noticed yet */
    boolean extend(Lease lease, Duration duration, boolean stillValid) {
        return getEntityManager()
                        .createNativeQuery(stillValid ? EXTEND + " AND lease_until > now()" : EXTEND)
                        .setParameter("seconds", duration.toMillis() / 1000.0)
                        .setParameter("id", lease.run().value())
                        .setParameter("token", lease.token())
                        .executeUpdate()
                == 1;
    }

    /** Number of the next sample; empty when the lease is gone. */
    Optional<Long> countSample(Lease lease) {
        List<?> rows = getEntityManager()
                .createNativeQuery(COUNT_SAMPLE, Long.class)
                .setParameter("id", lease.run().value())
                .setParameter("token", lease.token())
                .getResultList();
        return rows.stream().map(Long.class::cast).findFirst();
    }

    long countRunning(String owner) {
        return count("state = 'RUNNING' and owner = ?1", owner);
    }

    /** Notes that the migration was told to have failed; false when that was known. */
    boolean close(MigrationId migration, String reason, Instant now) {
        return getEntityManager()
                        .createNativeQuery(
                                "INSERT INTO refused_migration VALUES (:id, :reason, :now) ON CONFLICT DO NOTHING")
                        .setParameter("id", migration.value())
                        .setParameter("reason", reason)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    boolean closed(MigrationId migration) {
        return !getEntityManager()
                .createNativeQuery("SELECT 1 FROM refused_migration WHERE migration_id = :id", Integer.class)
                .setParameter("id", migration.value())
                .getResultList()
                .isEmpty();
    }

    private Optional<RunEntity> locked(String query) {
        List<?> ids = getEntityManager().createNativeQuery(query, UUID.class).getResultList();
        return ids.stream().map(id -> findById((UUID) id)).findFirst();
    }

    static Run read(RunEntity row) {
        return new Run(
                new RunId(row.id),
                new MigrationId(row.migrationId),
                new GrantId(row.grantId),
                row.target,
                row.engine,
                row.grantJws,
                state(row),
                row.queuedAt,
                row.startedAt,
                row.endedAt);
    }

    static RunState state(RunEntity row) {
        String message = row.message == null ? "" : row.message;
        return switch (row.state) {
            case "QUEUED" -> new RunState.Queued();
            case "RUNNING" ->
                new RunState.Running(
                        new Lease(new RunId(row.id), String.valueOf(row.owner), row.token),
                        row.phase == null ? "" : row.phase,
                        row.statements,
                        row.statementsDone);
            case "SUCCEEDED" -> new RunState.Succeeded(row.statements, row.rows);
            case "FAILED" ->
                new RunState.Failed(
                        FailureCode.valueOf(String.valueOf(row.failureCode)),
                        message,
                        row.statementIndex,
                        row.statementsDone);
            case "ABORTED" -> new RunState.Aborted(message, row.statementsDone);
            case "UNKNOWN" -> new RunState.Unknown(message, row.statementIndex);
            default -> throw new IllegalStateException("run " + row.id + " is in a state that is none");
        };
    }

    /** Puts {@code state} into the row; an end gets its time. */
    static void write(RunEntity row, RunState state, Instant now) {
        boolean running = state instanceof RunState.Running;
        row.owner = null;
        // A fresh lease is set right afterwards by the database's clock (extend); a running one is left as it is.
        row.leaseUntil = !running ? null : row.leaseUntil == null ? now : row.leaseUntil;
        row.state = state.getClass().getSimpleName().toUpperCase(Locale.ROOT);
        switch (state) {
            case RunState.Queued q -> row.phase = null;
            case RunState.Running(Lease lease, String phase, int statements, int done) ->
                running(row, lease, phase, statements, done);
            case RunState.Succeeded(int statements, long rows) -> {
                row.statements = statements;
                row.statementsDone = statements;
                row.rows = rows;
            }
            case RunState.Failed(FailureCode code, String message, int index, int done) -> {
                row.failureCode = code.name();
                row.message = message;
                row.statementIndex = index;
                row.statementsDone = done;
            }
            case RunState.Aborted(String reason, int done) -> {
                row.message = reason;
                row.statementsDone = done;
            }
            case RunState.Unknown(String reason, int index) -> {
                row.message = reason;
                row.statementIndex = index;
            }
        }
        row.endedAt = running || state instanceof RunState.Queued ? null : now;
    }

    private static void running(RunEntity row, Lease lease, String phase, int statements, int done) {
        row.owner = lease.owner();
        row.token = lease.token();
        row.phase = phase;
        row.statements = statements;
        row.statementsDone = done;
    }
}
