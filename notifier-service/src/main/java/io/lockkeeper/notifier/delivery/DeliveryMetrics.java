package io.lockkeeper.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What an operator sees of delivery. No migration, person or channel is ever a label. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry registry;
    private final AtomicLong backlog = new AtomicLong();
    private final AtomicReference<Double> editsLeft = new AtomicReference<>(0.0);

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("lockkeeper.notifier.backlog", backlog);
        registry.gauge("lockkeeper.notifier.edits.left", editsLeft, AtomicReference::get);
    }

    /** A call and what Slack made of it: {@code ok}, or the reason. */
    void called(Work work, SlackAnswer answer) {
        registry.counter("lockkeeper.notifier.calls", "kind", kind(work), "outcome", answer.reason())
                .increment();
    }

    /** Revisions that nobody will see because a newer one was sent instead. */
    void coalesced(long revisions) {
        registry.counter("lockkeeper.notifier.edits.coalesced").increment(Math.max(0, revisions));
    }

    /** From the event that changed a card until the card shows it. */
    void seenAfter(Work work, Duration wait) {
        Timer.builder("lockkeeper.notifier.seen.after")
                .tag("kind", kind(work))
                .publishPercentileHistogram()
                .register(registry)
                .record(wait);
    }

    void backlog(long now) {
        backlog.set(now);
    }

    void editsLeft(double now) {
        editsLeft.set(now);
    }

    private static String kind(Work work) {
        return switch (work) {
            case Work.Post post -> "post";
            case Work.Edit edit -> "edit";
            case Work.Answer answer -> "reply";
        };
    }
}
