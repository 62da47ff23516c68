package io.lockkeeper.risk.calibration;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** {@code lockkeeper.estimate.ratio}: observed ÷ estimated seconds (before calibration), by target and kind of work. */
@ApplicationScoped
class CalibrationMetrics {

    private static final double[] BUCKETS = {0.125, 0.25, 0.5, 1, 2, 4, 8};

    private final MeterRegistry registry;

    CalibrationMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(List<Observation> learnt) {
        learnt.forEach(observation -> DistributionSummary.builder("lockkeeper.estimate.ratio")
                .description("Observed by estimated seconds of a finished statement, before calibration")
                .tag("target", observation.target())
                .tag("work", observation.work().id())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(observation.ratio()));
    }
}
