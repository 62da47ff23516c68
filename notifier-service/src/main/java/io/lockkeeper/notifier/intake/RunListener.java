package io.lockkeeper.notifier.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Topic run in. Ordered, so one at a time: a virtual-thread listener would handle events of one migration side by side. */
@ApplicationScoped
class RunListener {

    private final Intake intake;

    RunListener(Intake intake) {
        this.intake = intake;
    }

    @Incoming("run")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        intake.receive(record, RunWire::read);
    }
}
