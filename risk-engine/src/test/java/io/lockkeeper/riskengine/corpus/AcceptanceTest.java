package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.riskengine.report.Risk;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What the classifier promises on labelled statements. What it said at first sight is in the corpora's README. */
class AcceptanceTest {

    @ParameterizedTest
    @MethodSource("sets")
    void nothingDangerousIsLow(String engine, String corpus) {
        assertThat(judged(engine, corpus, judged -> dangerous(judged) && judged.risk() == Risk.LOW))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void hardlyAnythingHarmlessIsHigh(String engine, String corpus) {
        List<Judged> harmless = judged(engine, corpus, judged -> judged.entry().label() == Label.HARMLESS);
        List<Judged> high =
                harmless.stream().filter(judged -> judged.risk() == Risk.HIGH).toList();

        assertThat(high).hasSizeLessThan((int) Math.ceil(harmless.size() * 0.03));
    }

    private static Stream<Arguments> sets() {
        return Stream.of("postgresql", "mysql")
                .flatMap(engine -> Corpus.names(engine).stream().map(name -> arguments(engine, name)));
    }

    private static boolean dangerous(Judged judged) {
        return judged.entry().label() == Label.DANGEROUS;
    }

    private static List<Judged> judged(String engine, String corpus, Predicate<Judged> wanted) {
        return Judged.all(engine, corpus).stream().filter(wanted).toList();
    }
}
