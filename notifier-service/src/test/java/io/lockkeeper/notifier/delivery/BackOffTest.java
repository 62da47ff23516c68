package io.lockkeeper.notifier.delivery;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void doublesUpToItsLimitAndStaysWithinTheUpperHalf() {
        Random random = new Random(7);
        for (int failures = 0; failures < 40; failures++) {
            long full = Math.min(60_000, 1_000L << Math.min(failures, 10));
            assertThat(backOff.after(failures, random)).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
        }
    }
}
