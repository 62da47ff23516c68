package io.lockkeeper.progress.timeline;

import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The doorway of the timeline. */
@ApplicationScoped
public class Timeline {

    private final TimelineStore store;

    Timeline(TimelineStore store) {
        this.store = store;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Told told) {
        Told.Reading reading = told.reading();
        store.add(
                told.migration(),
                new TimelineEntry(
                        told.id(),
                        told.time(),
                        told.topic(),
                        told.type(),
                        reading.sentence(),
                        reading.actor(),
                        reading.body()));
    }

    /** Everything that happened to {@code migration}, in order; empty for one never heard of. */
    @Transactional
    public List<TimelineEntry> of(MigrationId migration) {
        return store.of(migration);
    }
}
