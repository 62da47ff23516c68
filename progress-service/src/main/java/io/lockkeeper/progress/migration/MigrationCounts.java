package io.lockkeeper.progress.migration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Gauge {@code lockkeeper.migrations} by state: counted now and then, not on each scrape. */
@ApplicationScoped
class MigrationCounts {

    private final Migrations migrations;
    private final MeterRegistry metrics;
    private volatile Map<State, Long> counts = Map.of();

    MigrationCounts(Migrations migrations, MeterRegistry metrics) {
        this.migrations = migrations;
        this.metrics = metrics;
    }

    @PostConstruct
    void register() {
        for (State state : State.values()) {
            metrics.gauge(
                    "lockkeeper.migrations",
                    Tags.of("state", state.name()),
                    this,
                    self -> self.counts.getOrDefault(state, 0L));
        }
    }

    @Scheduled(identity = "migration-counts", every = "5s")
    @RunOnVirtualThread
    void count() {
        counts = migrations.countByState();
    }
}
