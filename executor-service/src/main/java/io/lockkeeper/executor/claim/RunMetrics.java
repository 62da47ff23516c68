package io.lockkeeper.executor.claim;

import io.lockkeeper.executor.run.Run;
import io.lockkeeper.executor.run.RunState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** What Prometheus is told of runs. */
@ApplicationScoped
class RunMetrics {

    private final MeterRegistry registry;
    private final AtomicInteger running;

    RunMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.running = registry.gauge("lockkeeper.runs.running", new AtomicInteger());
    }

    void began() {
        running.incrementAndGet();
    }

    void left() {
        running.decrementAndGet();
    }

    void ended(Run run) {
        String outcome = run.state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (run.startedAt() != null && run.endedAt() != null) {
            Timer.builder("lockkeeper.run.duration")
                    .description("From the claim to the end of a run")
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(100))
                    .maximumExpectedValue(Duration.ofHours(12))
                    .tags("engine", run.engine(), "target", run.target(), "outcome", outcome)
                    .register(registry)
                    .record(Duration.between(run.startedAt(), run.endedAt()));
        }
        if (run.state() instanceof RunState.Succeeded(int statements, long rows)) {
            registry.counter("lockkeeper.run.rows", "engine", run.engine(), "target", run.target())
                    .increment((double) rows);
        }
    }

    void recovered(Run run) {
        String outcome = run.state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        registry.counter("lockkeeper.runs.recovered", "outcome", outcome).increment();
    }

    void samplingFailed() {
        registry.counter("lockkeeper.sampling.failures").increment();
    }
}
