package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.riskengine.report.Risk;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the classifier promises on statements that nobody saw while writing its rules. */
class AcceptanceTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void nothingDangerousIsLow(String engine) {
        assertThat(judged(engine, judged -> dangerous(judged) && judged.risk() == Risk.LOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void hardlyAnythingHarmlessIsHigh(String engine) {
        List<Judged> harmless = judged(engine, judged -> judged.entry().label() == Label.HARMLESS);
        List<Judged> high =
                harmless.stream().filter(judged -> judged.risk() == Risk.HIGH).toList();

        assertThat(high).hasSizeLessThan((int) Math.ceil(harmless.size() * 0.03));
    }

    private static boolean dangerous(Judged judged) {
        return judged.entry().label() == Label.DANGEROUS;
    }

    private static List<Judged> judged(String engine, Predicate<Judged> wanted) {
        return Judged.all(engine, "corpus").stream().filter(wanted).toList();
    }
}
