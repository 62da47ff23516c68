package io.lockkeeper.progress.intake;

import io.lockkeeper.outbox.Inbox;
import io.lockkeeper.progress.event.RunWire;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code lockkeeper.run.v1} in. */
@ApplicationScoped
class RunListener {

    private final Inbox inbox;
    private final Events events;

    RunListener(Inbox inbox, Events events) {
        this.inbox = inbox;
        this.events = events;
    }

    @Incoming("run")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, (envelope, value) -> events.accept(envelope, value, RunWire.read(value)));
    }
}
