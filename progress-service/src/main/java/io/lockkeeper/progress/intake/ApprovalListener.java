package io.lockkeeper.progress.intake;

import io.lockkeeper.outbox.Inbox;
import io.lockkeeper.progress.event.ApprovalWire;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic {@code lockkeeper.approval.v1} in. */
@ApplicationScoped
class ApprovalListener {

    private final Inbox inbox;
    private final Events events;

    ApprovalListener(Inbox inbox, Events events) {
        this.inbox = inbox;
        this.events = events;
    }

    @Incoming("approval")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.receive(record, (envelope, value) -> events.accept(envelope, value, ApprovalWire.read(value)));
    }
}
