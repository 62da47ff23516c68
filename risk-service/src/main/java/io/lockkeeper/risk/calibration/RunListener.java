package io.lockkeeper.risk.calibration;

import io.lockkeeper.outbox.Envelope;
import io.lockkeeper.outbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of finished runs. */
@ApplicationScoped
class RunListener {

    private final Inbox inbox;
    private final Calibrations calibrations;
    private final CalibrationMetrics metrics;

    RunListener(Inbox inbox, Calibrations calibrations, CalibrationMetrics metrics) {
        this.inbox = inbox;
        this.calibrations = calibrations;
        this.metrics = metrics;
    }

    @Incoming("run")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        List<Observation> learnt = new ArrayList<>();
        inbox.receive(record, (envelope, value) -> {
            // A try that is taken back is not counted.
            learnt.clear();
            learnt.addAll(apply(envelope, value));
        });
        metrics.count(learnt);
    }

    private List<Observation> apply(Envelope envelope, byte[] value) throws Exception {
        return switch (RunWire.parse(value)) {
            case RunNews.Finished finished -> calibrations.learn(finished);
            case RunNews.Other none -> List.of();
            case RunNews.Unknown none -> {
                inbox.ignored(envelope);
                yield List.of();
            }
        };
    }
}
