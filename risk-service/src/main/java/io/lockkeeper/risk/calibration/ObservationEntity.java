package io.lockkeeper.risk.calibration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of one observation. */
@Entity
@Table(name = "observation")
@NullUnmarked
class ObservationEntity {

    @EmbeddedId
    Key key;

    @Column(name = "migration_id")
    UUID migrationId;

    String target;
    String work;

    @Column(name = "expected_seconds")
    double expected;

    @Column(name = "observed_seconds")
    double observed;

    @Column(name = "observed_at")
    Instant at;

    /** A statement of a run is seen once. */
    @Embeddable
    record Key(
            @Column(name = "run_id") String run,
            @Column(name = "statement_index") int statement) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
