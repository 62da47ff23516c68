package io.lockkeeper.executor.engine;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LockRetryTest {

    @Test
    void waitsLongerEachTimeWithinBoundsAndNeverTheSame() {
        // given
        LockRetry retry = new LockRetry(new Random(42));

        for (int attempt = 0; attempt < 100; attempt++) {
            // when
            Duration pause = retry.pause(attempt);

            // then
            long base = Math.min(10_000, 500L << Math.min(attempt, 10));
            assertThat(pause.toMillis()).isBetween(base / 2, base * 3 / 2);
        }
        assertThat(retry.pause(3)).isNotEqualTo(retry.pause(3));
    }
}
