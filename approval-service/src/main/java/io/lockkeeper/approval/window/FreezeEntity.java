package io.lockkeeper.approval.window;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of table {@code freeze_entry}. */
@Entity
@Table(name = "freeze_entry")
@NullUnmarked
class FreezeEntity {

    @Id
    UUID id;

    String reason;

    @Column(name = "starts_at")
    Instant from;

    @Column(name = "ends_at")
    Instant until;

    String[] targets;
    String[] environments;

    @Column(name = "set_by")
    String setBy;

    @Column(name = "set_at")
    Instant setAt;

    @Column(name = "ended_by")
    String endedBy;

    @Column(name = "ended_at")
    Instant endedAt;
}
