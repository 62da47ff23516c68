package io.lockkeeper.approval.decision;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of approvals. */
@ApplicationScoped
class ApprovalMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger heldNow;

    ApprovalMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.heldNow = registry.gauge("lockkeeper.approvals.held.now", new AtomicInteger());
    }

    void tried(Attempt attempt, Decision.Result result) {
        String outcome =
                switch (result) {
                    case Decision.Counted counted -> "COUNTED";
                    case Decision.Refusal refusal -> refusal.code();
                };
        registry.counter(
                        "lockkeeper.decisions",
                        "verdict",
                        lower(attempt.verdict().name()),
                        "door",
                        lower(attempt.origin().door().name()),
                        "result",
                        lower(outcome))
                .increment();
    }

    /** The last decision is there; it took since {@code opened}. */
    void decided(Approval approval, Instant now) {
        registry.timer(
                        "lockkeeper.approval.time.to.decision",
                        "risk",
                        lower(approval.migration().risk().name()),
                        "state",
                        lower(approval.state().label()))
                .record(Duration.between(approval.terms().openedAt(), now));
    }

    void held() {
        registry.counter("lockkeeper.approvals.held").increment();
    }

    void warned(String peak) {
        registry.counter("lockkeeper.window.warned", "peak", peak).increment();
    }

    void heldNow(int count) {
        heldNow.set(count);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
