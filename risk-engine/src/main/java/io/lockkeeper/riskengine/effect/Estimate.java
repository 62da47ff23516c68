package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.report.Basis;
import io.lockkeeper.riskengine.report.SecondsRange;
import io.lockkeeper.riskengine.report.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something takes before the target's own record is looked at.
 *
 * @param work null for what no finished run says anything about: catalog changes, and rows that statements pick by a condition
 * @param seconds beyond those of a catalog change
 */
public record Estimate(@Nullable Work work, double seconds) {
    private static final double FASTEST = 0.3;
    private static final double SLOWEST = 4;
    private static final SecondsRange CATALOG = new SecondsRange(0, 0.1);

    /** The same time, for work that no other is comparable with. */
    public Estimate incomparable() {
        return new Estimate(null, seconds);
    }

    public SecondsRange range(Calibration calibration) {
        SecondsRange range = work == null
                ? new SecondsRange(seconds * FASTEST, seconds * SLOWEST)
                : calibration.range(work, seconds, FASTEST, SLOWEST);
        return CATALOG.plus(range);
    }

    public List<Basis> basis(Calibration calibration) {
        if (work == null) {
            return List.of();
        }
        int runs = calibration.of(work).map(Calibration.Factor::runs).orElse(0);
        return List.of(new Basis(work, seconds, runs));
    }
}
