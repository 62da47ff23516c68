package io.lockkeeper.progress.intake;

import io.lockkeeper.outbox.Inbox;
import io.lockkeeper.progress.event.MigrationWire;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code lockkeeper.migration.v1} in. */
@ApplicationScoped
class MigrationListener {

    private final Inbox inbox;
    private final Events events;

    MigrationListener(Inbox inbox, Events events) {
        this.inbox = inbox;
        this.events = events;
    }

    @Incoming("migration")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, (envelope, value) -> events.accept(envelope, value, MigrationWire.read(value)));
    }
}
