package io.lockkeeper.progress.snapshot;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Looks at live runs so that none is ever silent, whether or not samples come. */
@ApplicationScoped
class SnapshotTicker {

    private static final Logger LOG = Logger.getLogger(SnapshotTicker.class);

    private final Snapshots snapshots;
    private final Clock clock;
    private final MeterRegistry metrics;
    private volatile List<RunProgress> live = List.of();

    SnapshotTicker(Snapshots snapshots, Clock clock, MeterRegistry metrics) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.metrics = metrics;
    }

    @PostConstruct
    void register() {
        metrics.gauge("lockkeeper.runs.live", this, self -> self.live.size());
        metrics.gauge("lockkeeper.runs.stalled", this, SnapshotTicker::stalled);
        metrics.gauge("lockkeeper.snapshot.age", this, SnapshotTicker::oldestAge);
    }

    @Scheduled(
            identity = "snapshots",
            every = "${lockkeeper.snapshot.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        live = snapshots.live();
        for (RunProgress progress : live) {
            try {
                snapshots.tick(progress.run());
            } catch (RuntimeException e) {
                // One run's trouble must not silence the others; the next tick tries again.
                LOG.warnf(e, "no snapshot of run %s", progress.run());
            }
        }
    }

    /** Seconds since the last snapshot of the live run that was silent longest; 0 when none is live. */
    private double oldestAge() {
        return live.stream()
                .map(RunProgress::published)
                .filter(Objects::nonNull)
                .mapToDouble(published ->
                        Duration.between(published.at(), clock.instant()).toMillis() / 1000.0)
                .max()
                .orElse(0);
    }

    private double stalled() {
        return live.stream()
                .filter(progress -> progress.stalled(clock.instant()))
                .count();
    }
}
