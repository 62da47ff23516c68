package io.lockkeeper.notifier.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic snapshot in. Ordered, so one at a time: a virtual-thread listener would handle events of one migration side by side. */
@ApplicationScoped
class SnapshotListener {

    private final Intake intake;

    SnapshotListener(Intake intake) {
        this.intake = intake;
    }

    @Incoming("snapshot")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.receive(record, SnapshotWire::read);
    }
}
