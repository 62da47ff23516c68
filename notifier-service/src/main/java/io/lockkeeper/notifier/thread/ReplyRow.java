package io.lockkeeper.notifier.thread;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A reply as it is stored; the columns of delivery are not mapped here. */
@Entity
@Table(name = "reply")
class ReplyRow {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "migration_id")
    String migrationId;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    Reply.Kind kind;

    @Column(name = "text")
    String text;

    @Column(name = "ready_at")
    Instant readyAt;
}
