package io.lockkeeper.risk.target;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where levels begin on each target. Read at the start, which fails when the times make no sense together. */
@Startup
@ApplicationScoped
public class Levels {

    private final Thresholds everywhere;
    private final Map<String, Thresholds> byTarget = new TreeMap<>();

    Levels(TargetConfig config) {
        everywhere = over(Thresholds.defaults(), config.thresholds(), "lockkeeper.thresholds");
        config.targets()
                .forEach((name, target) -> byTarget.put(
                        name, over(everywhere, target.thresholds(), "lockkeeper.targets." + name + ".thresholds")));
    }

    /** For a lint without a target. */
    public Thresholds everywhere() {
        return everywhere;
    }

    public Thresholds of(String target) {
        return byTarget.getOrDefault(target, everywhere);
    }

    private static Thresholds over(Thresholds usual, TargetConfig.Thresholds config, String key) {
        TargetConfig.Levels both = config.readsAndWritesBlocked();
        TargetConfig.Levels writes = config.writesBlocked();
        try {
            return usual.withSeconds(
                    seconds(both.medium(), usual.mediumReadsBlockedSeconds()),
                    seconds(both.high(), usual.highReadsBlockedSeconds()),
                    seconds(writes.medium(), usual.mediumWritesBlockedSeconds()),
                    seconds(writes.high(), usual.highWritesBlockedSeconds()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(key + " makes no sense: " + e.getMessage(), e);
        }
    }

    private static double seconds(Optional<Duration> configured, double usual) {
        return configured.map(time -> time.toMillis() / 1000.0).orElse(usual);
    }
}
