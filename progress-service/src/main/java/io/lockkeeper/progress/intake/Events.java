package io.lockkeeper.progress.intake;

import io.lockkeeper.outbox.Envelope;
import io.lockkeeper.outbox.Inbox;
import io.lockkeeper.progress.audit.AuditChain;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.Told;
import io.lockkeeper.progress.migration.Migrations;
import io.lockkeeper.progress.snapshot.Snapshots;
import io.lockkeeper.progress.timeline.Timeline;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** One event, taken in by all features in the inbox's transaction: each sees it exactly once, or none does. */
@ApplicationScoped
class Events {

    private final Inbox inbox;
    private final Migrations migrations;
    private final Timeline timeline;
    private final Snapshots snapshots;
    private final AuditChain audit;
    private final MeterRegistry metrics;

    Events(
            Inbox inbox,
            Migrations migrations,
            Timeline timeline,
            Snapshots snapshots,
            AuditChain audit,
            MeterRegistry metrics) {
        this.inbox = inbox;
        this.migrations = migrations;
        this.timeline = timeline;
        this.snapshots = snapshots;
        this.audit = audit;
        this.metrics = metrics;
    }

    /** An event that this version cannot read is still evidence: it is kept in timeline and audit, and counted. */
    @Transactional(Transactional.TxType.MANDATORY)
    void accept(Envelope envelope, byte[] value, Optional<Told.Reading> reading) {
        if (reading.isEmpty()) {
            inbox.ignored(envelope);
        }
        Told told = new Told(
                        envelope.id().value(),
                        envelope.topic().kafkaName(),
                        envelope.type(),
                        new MigrationId(envelope.key()),
                        envelope.time(),
                        value,
                        reading.orElseGet(() -> Told.Reading.unread(envelope.type(), envelope.key())))
                .checked();
        migrations.told(told);
        timeline.record(told);
        snapshots.told(told);
        audit.append(told);
        String type = reading.isEmpty() ? "unread" : told.type();
        metrics.counter("lockkeeper.events", "type", type).increment();
    }
}
