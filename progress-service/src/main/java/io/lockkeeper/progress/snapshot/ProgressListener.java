package io.lockkeeper.progress.snapshot;

import io.lockkeeper.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Raw samples in. */
@ApplicationScoped
class ProgressListener {

    private final Inbox inbox;
    private final Snapshots snapshots;

    ProgressListener(Inbox inbox, Snapshots snapshots) {
        this.inbox = inbox;
        this.snapshots = snapshots;
    }

    @Incoming("progress")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, (envelope, value) -> {
            Optional<SnapshotWire.Sampled> sampled = SnapshotWire.read(value);
            if (sampled.isEmpty()) {
                inbox.ignored(envelope);
                return;
            }
            snapshots.sampled(
                    sampled.get().migration(),
                    sampled.get().run(),
                    sampled.get().sample());
        });
    }
}
