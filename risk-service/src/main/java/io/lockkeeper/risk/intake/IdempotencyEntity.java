package io.lockkeeper.risk.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of one used Idempotency-Key. */
@Entity
@Table(name = "idempotency")
@NullUnmarked
class IdempotencyEntity {

    @EmbeddedId
    Key key;

    @Column(name = "request_hash")
    String requestHash;

    @Column(name = "migration_id")
    UUID migrationId;

    /** Keys of two credentials never meet. */
    @Embeddable
    record Key(String credential, String key) {}
}
