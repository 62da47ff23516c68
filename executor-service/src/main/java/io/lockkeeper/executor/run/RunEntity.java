package io.lockkeeper.executor.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code run}. */
@Entity
@Table(name = "run")
class RunEntity {

    @Id
    UUID id;

    @Column(name = "seq", insertable = false, updatable = false)
    long seq;

    @Column(name = "migration_id", updatable = false)
    String migrationId;

    @Column(name = "grant_id", updatable = false)
    String grantId;

    @Column(name = "target", updatable = false)
    String target;

    @Column(name = "engine", updatable = false)
    String engine;

    @Column(name = "grant_jws", updatable = false)
    String grantJws;

    @Column(name = "state")
    String state;

    @Nullable
    @Column(name = "owner")
    String owner;

    @Nullable
    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "token")
    long token;

    @Nullable
    @Column(name = "phase")
    String phase;

    @Column(name = "statements")
    int statements;

    @Column(name = "statements_done")
    int statementsDone;

    @Column(name = "statement_index")
    int statementIndex = -1;

    @Nullable
    @Column(name = "failure_code")
    String failureCode;

    @Nullable
    @Column(name = "message")
    String message;

    @Column(name = "rows_affected")
    long rows;

    @Column(name = "samples")
    long samples;

    @Column(name = "queued_at", updatable = false)
    Instant queuedAt;

    @Nullable
    @Column(name = "started_at")
    Instant startedAt;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;
}
