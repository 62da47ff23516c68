package io.lockkeeper.notifier.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic migration in. Ordered, so one at a time: a virtual-thread listener would handle events of one migration side by side. */
@ApplicationScoped
class MigrationListener {

    private final Intake intake;

    MigrationListener(Intake intake) {
        this.intake = intake;
    }

    @Incoming("migration")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.receive(record, MigrationWire::read);
    }
}
