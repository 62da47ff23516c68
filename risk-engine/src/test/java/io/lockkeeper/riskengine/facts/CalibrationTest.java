package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.report.SecondsRange;
import io.lockkeeper.riskengine.report.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class CalibrationTest {

    @Test
    void movesTheWholeRangeByTheMedian() {
        // when
        Calibration learnt = of(2.9, 3.0, 3.1, 2.8, 3.2);
        // then
        assertThat(learnt.of(Work.REWRITE)).contains(new Calibration.Factor(3, 2.8, 3.2, 5));
        assertThat(learnt.range(Work.REWRITE, 10, 0.3, 4)).isEqualTo(new SecondsRange(9, 120));
        assertThat(learnt.range(Work.SCAN, 10, 0.3, 4)).isEqualTo(new SecondsRange(3, 40));
    }

    @Test
    void concludesNothingFromTwo() {
        assertThat(of(3, 3).factors()).isEmpty();
        assertThat(of(3, 3, 3).of(Work.REWRITE).orElseThrow().runs()).isEqualTo(3);
    }

    @Test
    void isNotMovedByOneOutlierButHoldsItInItsRange() {
        // when
        Calibration learnt = of(1, 1, 500, 1, 1, 0.001);
        // then
        assertThat(learnt.of(Work.REWRITE)).contains(new Calibration.Factor(1, 0.125, 8, 6));
        assertThat(learnt.range(Work.REWRITE, 10, 0.3, 4)).isEqualTo(new SecondsRange(1.25, 80));
    }

    @Test
    void weighsTwiceAndHalfTheSame() {
        assertThat(of(0.5, 0.5, 2, 2).of(Work.REWRITE).orElseThrow().factor()).isCloseTo(1, within(0.001));
    }

    @Test
    void forgetsWhatIsOlderThanTheLast() {
        // given
        List<Double> ratios = new ArrayList<>(Collections.nCopies(Calibration.LAST, 2.0));
        ratios.addAll(Collections.nCopies(100, 7.0));
        // when
        Calibration learnt = Calibration.of(Map.of(Work.SCAN, ratios));
        // then
        assertThat(learnt.of(Work.SCAN)).contains(new Calibration.Factor(2, 2, 2, Calibration.LAST));
    }

    /** Whatever was seen: the range holds it, within the bound, and is relatively never narrower than without. */
    @Test
    void neverClaimsMoreThanTheRunsShow() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            // given
            List<Double> ratios = random.doubles(3 + random.nextInt(30), -4, 4)
                    .map(Math::exp)
                    .boxed()
                    .toList();
            // when
            SecondsRange range = Calibration.of(Map.of(Work.SCAN, ratios)).range(Work.SCAN, 1_000, 0.3, 4);
            // then
            for (double ratio : ratios.subList(0, Math.min(Calibration.LAST, ratios.size()))) {
                double held = 1_000 * Math.clamp(ratio, 0.125, 8);
                assertThat(held).as("seed %d", seed).isBetween(range.low() - 0.6, range.high() + 0.6);
            }
            assertThat(range.high() / range.low()).as("seed %d", seed).isGreaterThan(4 / 0.3 - 0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoRatio(double ratio) {
        assertThatThrownBy(() -> of(1, 1, ratio)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Calibration of(double... ratios) {
        return Calibration.of(
                Map.of(Work.REWRITE, java.util.Arrays.stream(ratios).boxed().toList()));
    }
}
