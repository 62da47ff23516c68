package io.lockkeeper.progress.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "timeline_entry")
class TimelineRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "migration_id")
    String migration;

    @Column
    String topic;

    @Column
    String kind;

    @Column(name = "occurred_at")
    Instant time;

    @Column
    String sentence;

    @Column
    String actor;

    @Column
    String details;
}
