package io.lockkeeper.executor.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of table {@code run_statement}: the journal of one statement. */
@Entity
@Table(name = "run_statement")
class StatementEntity {

    /** Run and position. */
    @Embeddable
    record Key(
            @Column(name = "run_id") UUID run,
            @Column(name = "statement_index") int index) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @EmbeddedId
    Key key;

    @Column(name = "state")
    String state;

    @Column(name = "attempts")
    int attempts;

    @Column(name = "rows_affected")
    long rows;

    @Column(name = "started_at")
    Instant startedAt;

    @Nullable
    @Column(name = "executed_at")
    Instant executedAt;

    @Nullable
    @Column(name = "finished_at")
    Instant finishedAt;
}
