package io.lockkeeper.progress.snapshot;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SmoothingTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing measured yet            | 0:0                     | 0
            the first interval is the rate  | 0:0 2:200               | 100
            a steady rate stays             | 0:0 1:50 2:100 5:250    | 50
            a change is followed slowly     | 0:0 1:100 2:300         | 109.516
            one window later 63 % is there  | 0:0 10:1000 20:3000     | 163.212
            a standstill lets it fall       | 0:0 1:100 11:100        | 36.788
            two short intervals as one long | 0:0 1:100 2:300 3:500   | 118.127
            no time between changes no rate | 0:0 1:100 1:150         | 100
            a clock that went back neither  | 0:0 5:100 3:150         | 20
            a count that went back is new   | 0:0 1:100 2:10          | 0
            """)
    void followsTheMeasurements(String name, String measurements, double rate) {
        // given
        Smoothing smoothing = Smoothing.startingAt(0, START);

        // when
        for (String measurement : measurements.split(" ")) {
            String[] parts = measurement.split(":");
            smoothing = smoothing.measured(Long.parseLong(parts[1]), START.plusSeconds(Long.parseLong(parts[0])));
        }

        // then
        assertThat(smoothing.rate()).isCloseTo(rate, within(0.001));
    }

    @Test
    void howAnIntervalIsCutDoesNotMatter() {
        // given
        Smoothing known = Smoothing.startingAt(0, START).measured(100, START.plusSeconds(1));

        // when
        Smoothing whole = known.measured(1300, START.plusSeconds(7));
        Smoothing parts = known;
        for (int second = 2; second <= 7; second++) {
            parts = parts.measured(100 + 200L * (second - 1), START.plusSeconds(second));
        }

        // then
        assertThat(parts.rate()).isCloseTo(whole.rate(), within(1e-9));
    }
}
