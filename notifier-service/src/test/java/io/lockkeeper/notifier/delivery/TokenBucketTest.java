package io.lockkeeper.notifier.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenBucketTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    @Test
    void neverGivesMoreThanItsRateInAnyMinute() {
        TokenBucket.Rate rate = TokenBucket.Rate.perMinute(50, 10);
        TokenBucket bucket = TokenBucket.full(rate, START);
        Deque<Instant> lastMinute = new ArrayDeque<>();
        int given = 0;
        for (Instant now = START; now.isBefore(START.plusSeconds(600)); now = now.plusMillis(100)) {
            var taken = bucket.take(rate, 0, now);
            if (taken.isPresent()) {
                bucket = taken.get();
                lastMinute.addLast(now);
                given++;
            }
            while (!lastMinute.getFirst().isAfter(now.minusSeconds(60))) {
                lastMinute.removeFirst();
            }
            assertThat(lastMinute).hasSizeLessThanOrEqualTo(50);
        }
        assertThat(given).isGreaterThan(400);
    }

    @Test
    void keepsAReserveForWhatMattersMore() {
        TokenBucket.Rate rate = TokenBucket.Rate.perMinute(50, 10);
        TokenBucket bucket = new TokenBucket(5.5, START, Instant.EPOCH);

        assertThat(bucket.take(rate, 5, START)).isEmpty();
        assertThat(bucket.take(rate, 0, START)).isPresent();
        assertThat(bucket.take(rate, 5, bucket.readyAt(rate, 5, START))).isPresent();
    }

    @Test
    void givesNothingBeforeTheMomentThatSlackNamed() {
        TokenBucket.Rate rate = TokenBucket.Rate.perMinute(50, 10);
        TokenBucket bucket = TokenBucket.full(rate, START).blocked(START.plusSeconds(30));

        assertThat(bucket.take(rate, 0, START.plusSeconds(29))).isEmpty();
        assertThat(bucket.readyAt(rate, 0, START)).isAfterOrEqualTo(START.plusSeconds(30));
        assertThat(bucket.take(rate, 0, START.plusSeconds(32))).isPresent();
    }

    @Test
    void doesNotGainFromAClockThatRunsBehind() {
        TokenBucket.Rate rate = TokenBucket.Rate.perMinute(50, 10);
        TokenBucket bucket = new TokenBucket(0, START, Instant.EPOCH);

        assertThat(bucket.left(rate, START.minusSeconds(5))).isZero();
    }

    @Test
    void refusesABudgetThatNeverAllowsACall() {
        assertThatThrownBy(() -> TokenBucket.Rate.perMinute(10, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
