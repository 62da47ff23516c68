package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.card.MigrationFacet.Seconds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HumanTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.4, under 1 s",
        "0.2, 3, 0–3 s",
        "12, 40, 12–40 s",
        "45, 200, 45 s – 3 min",
        "40, 12, 12–40 s",
        "600, 600, 10 min",
        "7200, 21600, 2–6 h",
        "NaN, 3, unknown",
        "-5, -1, under 1 s"
    })
    void saysAnEstimateAsPeopleDo(double low, double high, String said) {
        assertThat(Human.range(new Seconds(low, high))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59, 59 s", "192, 3 min 12 s", "3600, 1 h", "21900, 6 h 5 min", "90000, 1 d 1 h", "-3, 0 s"})
    void saysADurationWithTwoUnitsAtMost(long seconds, String said) {
        assertThat(Human.duration(Duration.ofSeconds(seconds))).isEqualTo(said);
    }

    @Test
    void showsAllDoneOnlyWhenAllIsDone() {
        assertThat(LiveProgress.percent(99.99)).isEqualTo("99 %");
        assertThat(LiveProgress.percent(0.04)).isEqualTo("0.0 %");
        assertThat(LiveProgress.percent(100)).isEqualTo("100 %");
        assertThat(LiveProgress.bar(99.9)).isEqualTo("▓".repeat(19) + "░");
        assertThat(LiveProgress.bar(140)).isEqualTo("▓".repeat(20));
        assertThat(LiveProgress.bar(0)).isEqualTo("░".repeat(20));
    }
}
