package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.report.SecondsRange;
import io.lockkeeper.riskengine.report.Work;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much longer or shorter work takes on one target than estimated, learnt from its finished runs.
 *
 * <p>Of the last {@value #LAST} ratios of observed to expected seconds the median (on a logarithmic scale, so that twice as
 * long and half as long weigh the same) moves the whole range. The range keeps its relative width, and widens to hold every
 * ratio that was seen: it never claims more than the runs show. Below {@value #FEWEST} ratios nothing is concluded, and no
 * ratio counts for more than {@value #BOUND} times in either direction.
 */
public record Calibration(Map<Work, Factor> factors) {
    public static final int FEWEST = 3;
    public static final int LAST = 20;
    public static final double BOUND = 8;
    public static final Calibration NONE = new Calibration(Map.of());

    public Calibration {
        factors = Map.copyOf(factors);
    }

    /**
     * Of one kind of work.
     *
     * @param factor what estimates are multiplied by
     * @param lowest of the ratios that were seen
     * @param highest of the same
     * @param runs how many statements of finished runs it rests on
     */
    public record Factor(double factor, double lowest, double highest, int runs) {
        public Factor {
            boolean ordered = lowest >= 1 / BOUND && factor >= lowest && highest >= factor && highest <= BOUND;
            if (!ordered || runs < FEWEST) {
                throw new IllegalArgumentException("a calibration needs 1/" + (int) BOUND
                        + " <= lowest <= factor <= highest <= " + (int) BOUND + " and at least " + FEWEST
                        + " runs, not "
                        + lowest + ", " + factor + ", " + highest + " and " + runs);
            }
        }
    }

    /** @param ratios observed ÷ expected seconds by kind of work, the latest first */
    public static Calibration of(Map<Work, List<Double>> ratios) {
        Map<Work, Factor> factors = new EnumMap<>(Work.class);
        ratios.forEach((work, seen) -> {
            if (seen.size() >= FEWEST) {
                factors.put(work, factor(seen.subList(0, Math.min(LAST, seen.size()))));
            }
        });
        return new Calibration(factors);
    }

    private static Factor factor(List<Double> seen) {
        List<Double> ratios = seen.stream().map(Calibration::bounded).sorted().toList();
        int middle = ratios.size() / 2;
        double median =
                ratios.size() % 2 == 1 ? ratios.get(middle) : Math.sqrt(ratios.get(middle - 1) * ratios.get(middle));
        double factor = bounded(median);
        return new Factor(factor, ratios.getFirst(), ratios.getLast(), ratios.size());
    }

    private static double bounded(double ratio) {
        if (!(ratio > 0) || Double.isInfinite(ratio)) {
            throw new IllegalArgumentException("a ratio is a number above 0, not " + ratio);
        }
        // To a thousandth, as it is shown.
        return Math.round(Math.clamp(ratio, 1 / BOUND, BOUND) * 1000) / 1000.0;
    }

    public Optional<Factor> of(Work work) {
        return Optional.ofNullable(factors.get(work));
    }

    /**
     * The range of work that is expected to take {@code seconds}.
     *
     * @param fastest part of them that it takes at best, where nothing was learnt
     * @param slowest multiple of them that it takes at worst
     */
    public SecondsRange range(Work work, double seconds, double fastest, double slowest) {
        Factor learnt = factors.get(work);
        if (learnt == null) {
            return new SecondsRange(seconds * fastest, seconds * slowest);
        }
        return new SecondsRange(
                seconds * Math.min(learnt.factor() * fastest, learnt.lowest()),
                seconds * Math.max(learnt.factor() * slowest, learnt.highest()));
    }
}
