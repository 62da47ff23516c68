package io.lockkeeper.riskengine.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CorpusTest {
    private static final String ENTRY = """
            -- id: pg-0001
            -- label: dangerous
            -- why: rewrites it
            -- lock: public.orders=ACCESS EXCLUSIVE, public.users=SHARE
            -- rewrite: public.orders
            -- AlterTable
            ALTER TABLE orders
                ADD COLUMN a text; -- and more
            SELECT 1;
            """;

    @Test
    void readsHeaderAndStatement() {
        Corpus.Entry entry = Corpus.parse("-- A title.\n\n" + ENTRY).entries().getFirst();

        assertThat(entry.id()).isEqualTo("pg-0001");
        assertThat(entry.label()).isEqualTo(Label.DANGEROUS);
        assertThat(entry.sql())
                .startsWith("-- AlterTable\nALTER TABLE orders\n")
                .endsWith("SELECT 1");
        assertThat(Truth.of(entry).locks())
                .containsEntry("public.orders", "ACCESS EXCLUSIVE")
                .containsEntry("public.users", "SHARE");
        assertThat(Truth.of(entry).rewrites()).containsExactly("public.orders");
        assertThat(Truth.of(entry).scans()).isEmpty();
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.parse(ENTRY + ENTRY))
                .withMessageContaining("pg-0001");
    }

    @Test
    void refusesAnUnknownLabel() {
        assertThatIllegalArgumentException().isThrownBy(() -> Corpus.parse(ENTRY.replace("dangerous", "fine")));
    }

    @Test
    void refusesAnEntryWithoutAStatement() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.parse("-- id: pg-0001\n-- label: grey\n-- why: nothing\n"));
    }

    @Test
    void postgresqlIsLargeAndBalanced() {
        Corpus corpus = Corpus.of("postgresql");

        assertThat(corpus.entries()).hasSizeGreaterThanOrEqualTo(420);
        assertBalanced(corpus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdout2", "holdout3", "holdout4"})
    void postgresqlsHoldoutsAreLargeAndBalanced(String name) {
        Corpus corpus = Corpus.of("postgresql", name);

        assertThat(corpus.entries()).hasSizeGreaterThanOrEqualTo(450).allSatisfy(entry -> assertThat(entry.id())
                .matches("h" + name.replaceAll("\\D", "") + "-(pg-)?\\d{4}"));
        assertBalanced(corpus);
    }

    /** On another server it may be another case. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void noLaterSetRepeatsAStatement(String engine) {
        Set<String> others = new HashSet<>();
        for (String name : Corpus.names(engine)) {
            List<String> own = Corpus.of(engine, name).entries().stream()
                    .map(entry -> skeleton(entry) + entry.claim("engine").orElse(""))
                    .toList();
            if (!name.equals("corpus") && !name.equals("holdout")) {
                assertThat(own).doesNotHaveDuplicates().doesNotContainAnyElementsOf(others);
            }
            others.addAll(own);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "holdout2", "holdout3", "holdout4", "holdout5"})
    void mysqlIsLargeAndBalancedAndNamesItsServers(String name) {
        Corpus corpus = Corpus.of("mysql", name);

        assertThat(corpus.entries()).hasSizeGreaterThanOrEqualTo(260);
        assertBalanced(corpus);
        assertThat(corpus.entries()).allSatisfy(entry -> assertThat(entry.claim("engine"))
                .get()
                .asString()
                .matches("(mysql (8\\.0\\.20|8\\.0\\.35|8\\.4|9\\.1|9\\.7))|(mariadb (10\\.6|10\\.11|11\\.4|11\\.8))"));
    }

    @Test
    void everyTableOfTheMysqlSchemaHasASize() throws IOException {
        JsonNode tables =
                new ObjectMapper().readTree(Corpus.text("mysql", "facts.json")).path("tables");

        assertThat(Pattern.compile("CREATE TABLE (\\w+)")
                        .matcher(Corpus.text("mysql", "schema.sql"))
                        .results()
                        .map(found -> "shop." + found.group(1)))
                .hasSize(tables.size())
                .allSatisfy(table -> assertThat(tables.has(table)).as(table).isTrue());
    }

    @Test
    void sizesAreGivenForEveryTableThatIsNamed() throws IOException {
        JsonNode tables = new ObjectMapper()
                .readTree(Corpus.text("postgresql", "facts.json"))
                .path("tables");

        assertThat(Corpus.names("postgresql").stream()
                        .flatMap(name -> Corpus.of("postgresql", name).entries().stream())
                        .flatMap(CorpusTest::tables))
                .allSatisfy(table -> assertThat(tables.has(table)).as(table).isTrue());
    }

    /** The statement without what differs between two spellings of the same: comments, quotes, blanks, optional words. */
    private static String skeleton(Corpus.Entry entry) {
        return entry.sql()
                .replaceAll("(?s)/\\*(?!M?!).*?\\*/|--[^\n]*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\"`]|public\\.|\\bif (not )?exists\\b|\\bonly\\b|\\bcolumn\\b|\\s", "");
    }

    private static Stream<String> tables(Corpus.Entry entry) {
        Truth truth = Truth.of(entry);
        return Stream.of(truth.locks().keySet(), truth.rewrites(), truth.scans())
                .flatMap(names -> names.stream());
    }

    private static void assertBalanced(Corpus corpus) {
        double all = corpus.entries().size();
        assertThat((corpus.count(Label.DANGEROUS) + corpus.count(Label.FAILS)) / all)
                .isBetween(0.4, 0.55);
        assertThat(corpus.count(Label.HARMLESS) / all).isBetween(0.35, 0.55);
        assertThat(corpus.count(Label.GREY) / all).isBetween(0.05, 0.15);
    }
}
