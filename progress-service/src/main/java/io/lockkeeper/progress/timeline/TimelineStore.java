package io.lockkeeper.progress.timeline;

import io.lockkeeper.progress.event.MigrationId;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rows of timeline_entry. */
@ApplicationScoped
class TimelineStore implements PanacheRepository<TimelineRow> {

    void add(MigrationId migration, TimelineEntry entry) {
        TimelineRow row = new TimelineRow();
        row.eventId = entry.eventId();
        row.migration = migration.value();
        row.topic = entry.topic();
        row.kind = entry.kind();
        row.time = entry.time();
        row.sentence = entry.sentence();
        row.actor = entry.actor();
        row.details = entry.details();
        persist(row);
    }

    /** By time, and for one moment by arrival, which keeps the order within a topic. */
    List<TimelineEntry> of(MigrationId migration) {
        return find("migration = ?1 order by time, id", migration.value()).stream()
                .map(row -> new TimelineEntry(
                        row.eventId, row.time, row.topic, row.kind, row.sentence, row.actor, row.details))
                .toList();
    }
}
