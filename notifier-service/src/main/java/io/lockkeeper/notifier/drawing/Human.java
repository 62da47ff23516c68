package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.card.MigrationFacet.Seconds;
import java.time.Duration;
import java.util.Locale;

/** Numbers as people say them. */
final class Human {

    private Human() {}

    /** {@code 1,234,567}. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** {@code 0.4}, {@code 12}, {@code 1,234}. */
    static String number(double n) {
        return n > 0 && n < 10 ? String.format(Locale.ROOT, "%.1f", n) : count(Math.round(n));
    }

    /** {@code 45 s}, {@code 3 min 12 s}, {@code 6 h 5 min}, {@code 2 d 1 h}. */
    static String duration(Duration duration) {
        long s = Math.max(0, duration.toSeconds());
        if (s < 60) {
            return s + " s";
        }
        if (s < 3_600) {
            return two(s / 60, "min", s % 60, "s");
        }
        return s < 86_400 ? two(s / 3_600, "h", s % 3_600 / 60, "min") : two(s / 86_400, "d", s % 86_400 / 3_600, "h");
    }

    /** {@code under 1 s}, {@code 12–40 s}, {@code 45 s – 3 min}: an estimate, so never finer than a tenth of itself. */
    static String range(Seconds range) {
        double low = Math.max(0, Math.min(range.low(), range.high()));
        double high = Math.max(0, Math.max(range.low(), range.high()));
        if (Double.isNaN(low) || Double.isNaN(high) || Double.isInfinite(high)) {
            return "unknown";
        }
        if (high < 1) {
            return "under 1 s";
        }
        Measure from = Measure.of(low);
        Measure to = Measure.of(high);
        if (from.equals(to)) {
            return to.toString();
        }
        return from.unit.equals(to.unit) ? from.amount + "–" + to : from + " – " + to;
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }

    private record Measure(long amount, String unit) {

        static Measure of(double seconds) {
            if (seconds < 120) {
                return new Measure(Math.round(seconds), "s");
            }
            return seconds < 7_200
                    ? new Measure(Math.round(seconds / 60), "min")
                    : new Measure(Math.round(seconds / 3_600), "h");
        }

        @Override
        public String toString() {
            return amount + " " + unit;
        }
    }
}
