package io.lockkeeper.emulator.api;

import io.lockkeeper.emulator.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitsTest {
    private final TestClock clock = new TestClock();

    @Test
    void admitsATiersCallsInAMinuteAndSaysWhenTheNextIsDue() {
        // given
        RateLimits limits = RateLimits.of(clock, 0);
        for (int i = 0; i < 50; i++) {
            assertThat(limits.admit("chat.update", Tier.TIER_3, "")).isEmpty();
        }
        clock.advance(Duration.ofSeconds(20));

        // then
        assertThat(limits.admit("chat.update", Tier.TIER_3, "")).contains(Duration.ofSeconds(40));
        assertThat(limits.admit("views.open", Tier.TIER_4, "")).isEmpty();
        clock.advance(Duration.ofSeconds(40));
        assertThat(limits.admit("chat.update", Tier.TIER_3, "")).isEmpty();
    }

    @Test
    void admitsOnePostASecondPerChannel() {
        // given
        RateLimits limits = RateLimits.of(clock, 0);
        limits.admit("chat.postMessage", Tier.POSTING, "C1");

        // then
        assertThat(limits.admit("chat.postMessage", Tier.POSTING, "C1")).contains(Duration.ofSeconds(1));
        assertThat(limits.admit("chat.postMessage", Tier.POSTING, "C2")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.admit("chat.postMessage", Tier.POSTING, "C1")).isEmpty();
    }

    @Test
    void toleratesABurstAndThenHoldsTheAverage() {
        // given
        RateLimits limits = RateLimits.of(clock, 3);
        int admitted = 0;

        // when
        for (int second = 0; second < 20; second++) {
            for (int i = 0; i < 5; i++) {
                admitted += limits.admit("chat.postMessage", Tier.POSTING, "C1").isEmpty() ? 1 : 0;
            }
            clock.advance(Duration.ofSeconds(1));
        }

        // then
        assertThat(admitted).isEqualTo(20);
    }

    @Test
    void admitsEverythingWhenSwitchedOff() {
        // given
        RateLimits limits = RateLimits.off(clock);

        // then
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.admit("chat.postMessage", Tier.POSTING, "C1")).isEmpty();
        }
    }
}
