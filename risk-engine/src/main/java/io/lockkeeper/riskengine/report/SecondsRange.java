package io.lockkeeper.riskengine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * From–to in seconds, to a millisecond. The upper bound decides levels.
 *
 * @param low at least 0
 * @param high at least {@code low}
 */
public record SecondsRange(double low, double high) {
    public static final SecondsRange ZERO = new SecondsRange(0, 0);

    public SecondsRange {
        low = rounded(Math.max(0, low));
        high = rounded(Math.max(low, high));
    }

    public SecondsRange plus(SecondsRange other) {
        return new SecondsRange(low + other.low, high + other.high);
    }

    /** For a person: {@code less than 1 s}, {@code up to 2 s}, {@code about 2-8 s}, {@code about 5-40 min}, {@code about 2-9 h}. */
    public String words() {
        if (high < 1) {
            return "less than 1 s";
        }
        if (high < 120) {
            return span(low, high, 1) + " s";
        }
        return high < 7200 ? span(low, high, 60) + " min" : span(low, high, 3600) + " h";
    }

    private static String span(double low, double high, double unit) {
        long from = Math.round(low / unit);
        long to = Math.max(1, (long) Math.ceil(high / unit));
        return from == 0 ? "up to " + to : "about " + (from == to ? Long.toString(to) : from + "-" + to);
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(Math.min(value, 1e9))
                .setScale(3, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
