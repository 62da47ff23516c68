package io.lockkeeper.progress.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "audit_entry")
class AuditEntryRow {

    @Id
    long seq;

    @Column(name = "event_id")
    UUID eventId;

    @Column
    String type;

    @Column
    String topic;

    @Column(name = "migration_id")
    String migration;

    @Column(name = "occurred_at")
    Instant time;

    @Column
    byte[] payload;

    @Column
    String body;

    @Column(name = "prev_hash")
    String prevHash;

    @Column
    String hash;
}
