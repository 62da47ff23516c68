package io.lockkeeper.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A budget of calls that refills with time. Stored in the database, so all instances of the service draw from one.
 *
 * @param tokens what was left at {@code refilledAt}
 * @param blockedUntil Slack said "not before" (429); nothing is taken until then
 */
record TokenBucket(double tokens, Instant refilledAt, Instant blockedUntil) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /**
     * @param burst most tokens that can be saved up
     * @param perSecond how fast they come back
     */
    record Rate(double burst, double perSecond) {

        Rate {
            if (burst < 1 || perSecond <= 0) {
                throw new IllegalArgumentException(
                        "a budget of %s and %s per second never allows a call".formatted(burst, perSecond));
            }
        }

        /** At most {@code most} in any minute, of which {@code burst} may come at once. */
        static Rate perMinute(int most, int burst) {
            if (burst >= most) {
                throw new IllegalArgumentException(
                        "a burst of %d leaves nothing of %d a minute".formatted(burst, most));
            }
            return new Rate(burst, (most - burst) / (double) A_MINUTE.toSeconds());
        }
    }

    static TokenBucket full(Rate rate, Instant now) {
        return new TokenBucket(rate.burst(), now, Instant.EPOCH);
    }

    /** The bucket after one call, when a token is there and {@code reserve} more remain. */
    Optional<TokenBucket> take(Rate rate, double reserve, Instant now) {
        double left = left(rate, now);
        return now.isBefore(blockedUntil) || left < 1 + reserve
                ? Optional.empty()
                : Optional.of(new TokenBucket(left - 1, now, blockedUntil));
    }

    /** When {@link #take} can succeed, if nobody else takes. */
    Instant readyAt(Rate rate, double reserve, Instant now) {
        double missing = 1 + reserve - left(rate, now);
        Instant refilled = missing <= 0 ? now : now.plusMillis((long) Math.ceil(missing / rate.perSecond() * 1000));
        return refilled.isAfter(blockedUntil) ? refilled : blockedUntil;
    }

    /** Slack refused: nothing is left, and nothing is taken before {@code until}. */
    TokenBucket blocked(Instant until) {
        return new TokenBucket(0, until, until.isAfter(blockedUntil) ? until : blockedUntil);
    }

    double left(Rate rate, Instant now) {
        // Clocks of two instances may differ a little: time never runs backwards here.
        double seconds = Math.max(0, Duration.between(refilledAt, now).toMillis() / 1000.0);
        return Math.min(rate.burst(), tokens + seconds * rate.perSecond());
    }
}
