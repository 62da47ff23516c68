package io.lockkeeper.progress.snapshot;

import java.time.Duration;
import java.time.Instant;

/**
 * An exponentially weighted rate over samples that come at uneven intervals.
 *
 * <p>A measurement that covers {@code dt} has the weight {@code 1 - e^(-dt/window)}: two short intervals count as much as the
 * one long interval they make up.
 *
 * @param rate units per second; 0 when unknown
 * @param done the last value measured
 * @param at when it was measured
 * @param primed whether {@code rate} rests on at least one interval
 */
record Smoothing(double rate, long done, Instant at, boolean primed) {

    /** How far back a rate remembers: after it, what was before weighs 37 %. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    static Smoothing startingAt(long done, Instant at) {
        return new Smoothing(0, done, at, false);
    }

    /**
     * The rate after one more measurement. A value that went back starts over, for the server began something new; a
     * measurement without time between changes only the value.
     */
    Smoothing measured(long nowDone, Instant nowAt) {
        if (nowDone < done) {
            return startingAt(nowDone, nowAt);
        }
        double seconds = Duration.between(at, nowAt).toNanos() / 1e9;
        if (seconds <= 0) {
            return new Smoothing(rate, nowDone, at, primed);
        }
        double measured = (nowDone - done) / seconds;
        if (!primed) {
            return new Smoothing(measured, nowDone, nowAt, true);
        }
        double weight = 1 - Math.exp(-seconds / (WINDOW.toNanos() / 1e9));
        return new Smoothing(rate + weight * (measured - rate), nowDone, nowAt, true);
    }
}
