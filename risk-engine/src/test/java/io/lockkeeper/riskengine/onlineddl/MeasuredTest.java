package io.lockkeeper.riskengine.onlineddl;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuredTest {

    static List<ServerVersion> servers() {
        return Measured.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void everyServerWasAskedForEveryShape(ServerVersion server) {
        assertThat(Measured.all().stream()
                        .filter(row -> row.server().equals(server))
                        .map(Measurement::shape))
                .containsExactlyElementsOf(Shape.all(server));
    }

    @Test
    void rowsAreWrittenAsTheyAreRead() {
        List<String> lines = Resources.text("measured.tsv").lines().toList();
        assertThat(lines.getFirst()).isEqualTo(Measurement.HEADER);
        assertThat(Measured.all())
                .extracting(Measurement::line)
                .containsExactlyElementsOf(lines.subList(1, lines.size()));
    }

    @Test
    void placesTheClausesWhereTheGrammarWantsThem() {
        assertThat(new Shape("M", "plain", "ALTER TABLE t ADD COLUMN x INT").with("ALGORITHM=COPY", "LOCK=SHARED"))
                .isEqualTo("ALTER TABLE t ADD COLUMN x INT, ALGORITHM=COPY, LOCK=SHARED");
        assertThat(new Shape("M", "plain", "CREATE INDEX k ON t (b) {index}").with("ALGORITHM=COPY", "LOCK=SHARED"))
                .isEqualTo("CREATE INDEX k ON t (b) ALGORITHM=COPY LOCK=SHARED");
        assertThat(new Shape("M", "range", "ALTER TABLE t {comma}DROP PARTITION p0").with("ALGORITHM=COPY"))
                .isEqualTo("ALTER TABLE t ALGORITHM=COPY, DROP PARTITION p0");
        assertThat(new Shape("M", "range", "SET a=1; ALTER TABLE t {space}REMOVE PARTITIONING").with("ALGORITHM=COPY"))
                .isEqualTo("ALTER TABLE t ALGORITHM=COPY REMOVE PARTITIONING");
    }

    @Test
    void expandsWhatIsTooLongToWrite() {
        assertThat(Macros.expand("ENUM(@members(3))")).isEqualTo("ENUM('m1', 'm2', 'm3')");
        assertThat(Macros.repeat("@repeat(2, ALTER TABLE t ADD COLUMN x# INT)"))
                .containsExactly("ALTER TABLE t ADD COLUMN x1 INT", "ALTER TABLE t ADD COLUMN x2 INT");
    }
}
