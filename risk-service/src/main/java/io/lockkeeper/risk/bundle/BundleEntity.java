package io.lockkeeper.risk.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of one bundle. */
@Entity
@Table(name = "bundle")
@NullUnmarked
class BundleEntity {

    @Id
    String hash;

    byte[] content;

    @Column(name = "stored_at")
    Instant storedAt;
}
