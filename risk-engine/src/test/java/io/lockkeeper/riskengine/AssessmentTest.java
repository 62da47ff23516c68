package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Confidence;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rules;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssessmentTest {
    /** Sizes of scripts; more by {@code -Dlockkeeper.scripts=25000,50000}. */
    private static final int[] SCRIPTS = Arrays.stream(
                    System.getProperty("lockkeeper.scripts", "2000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();

    @Test
    void writesTheReportOfTheDesign() {
        // when
        Report report =
                Shop.assess("ALTER TABLE orders ALTER COLUMN note SET NOT NULL").withSubjectHash("sha256:s");

        // then
        assertThat(report.json())
                .isEqualTo(
                        "{\"analysable\":true,\"confidence\":\"measured\",\"engine\":\"postgresql\",\"engineVersion\":\"17\","
                                + "\"migration\":{\"findings\":[],\"transactional\":true},\"reportHash\":\""
                                + report.reportHash()
                                + "\",\"risk\":\"HIGH\",\"statements\":[{\"effects\":[{\"blocks\":\"reads+writes\",\"dataLoss\":false,"
                                + "\"estimate\":{\"basis\":[{\"seconds\":2,\"work\":\"scan\"}],\"blockedSeconds\":[0.6,8.1],\"totalSeconds\":[0.6,8.1]},"
                                + "\"lock\":\"ACCESS EXCLUSIVE\",\"rewrites\":false,\"scans\":true,\"table\":\"public.orders\"}],"
                                + "\"file\":\"a.sql\",\"findings\":[{\"docs\":\"docs/rules/set-not-null-scan.md\",\"reason\":"
                                + "\"Looking for NULLs in every row blocks all reads and writes on public.orders (2,000,000 rows, 300 MB)"
                                + " for about 1-9 s; the table is in use: about 25 rows written per second.\",\"risk\":\"HIGH\","
                                + "\"rule\":\"set-not-null-scan\",\"saferWay\":\"ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID;"
                                + " VALIDATE it in a second transaction; SET NOT NULL (no scan then); DROP the CHECK in a statement of"
                                + " its own.\"}],\"index\":0,\"line\":1,\"operations\":[{\"column\":\"note\",\"kind\":\"set-not-null\","
                                + "\"object\":\"public.orders\"}],\"risk\":\"HIGH\",\"sql\":\"ALTER TABLE orders ALTER COLUMN note SET"
                                + " NOT NULL\"}],\"subjectHash\":\"sha256:s\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // rows | bytes | writes per second | risk of SET NOT NULL | risk of CREATE INDEX
                "1000|100000|25|LOW|LOW",
                "2000000|300000000|0|MEDIUM|MEDIUM",
                "2000000|300000000|25|HIGH|HIGH",
                "20000000|3000000000|0|HIGH|HIGH"
            })
    void growsWithSizeAndTraffic(long rows, long bytes, double writes, Risk notNull, Risk index) {
        // given
        TargetFacts facts = Shop.facts(rows, bytes, writes);

        // then
        assertThat(risk("ALTER TABLE orders ALTER COLUMN note SET NOT NULL", facts))
                .isEqualTo(notNull);
        assertThat(risk("CREATE INDEX i ON orders (total)", facts)).isEqualTo(index);
        assertThat(risk("ALTER TABLE orders ADD COLUMN a int", facts)).isEqualTo(Risk.LOW);
    }

    @Test
    void hashesWhatStatementsDoAndNotHowLongThatTakesToday() {
        // given
        Plan plan = Shop.plan("ALTER TABLE orders ALTER COLUMN note SET NOT NULL; DROP TABLE customers", "each");

        // when
        String small = report(plan, Shop.facts(10, 8192, 0)).reportHash();
        String large = report(plan, Shop.facts(50_000_000, 9_000_000_000L, 900)).reportHash();

        // then
        assertThat(large).isEqualTo(small);
    }

    @Test
    void isDeterministic() {
        for (Example example : examples()) {
            assertThat(Shop.assess(example).json())
                    .isEqualTo(Shop.assess(example).json());
        }
    }

    @Test
    void isNotImpressedByCommentsAndCase() {
        for (Example example : examples()) {
            // given
            Report plain = Shop.assess(example);
            String noisy = "/* a /* b */ c */ " + example.sql().replace(" ", " /* x; y */\n\t ") + " -- end";
            String upper = upperOutsideQuotes(example.sql());

            // then
            assertThat(kinds(Shop.assess(example.with(noisy)))).as(noisy).isEqualTo(kinds(plain));
            assertThat(kinds(Shop.assess(example.with(upper)))).as(upper).isEqualTo(kinds(plain));
        }
    }

    @Test
    void neverLowersAMigrationBecauseOfAHarmlessStatementMore() {
        List<String> harmless = List.of("SELECT 1", "COMMENT ON TABLE items IS 'x'", "CREATE TABLE extra (id int)");
        for (Example example : examples()) {
            Risk alone = Shop.assess(example).risk();
            for (String more : harmless) {
                assertThat(Shop.assess(example.with(more + "; " + example.sql()))
                                .risk())
                        .as(more + " before " + example)
                        .isGreaterThanOrEqualTo(alone);
                assertThat(Shop.assess(example.with(example.sql() + "; " + more))
                                .risk())
                        .as(more + " after " + example)
                        .isGreaterThanOrEqualTo(alone);
            }
        }
    }

    @Test
    void isNeverLessThanHighAboutWhatItCannotRead() {
        // when
        Report report = Shop.assess("DO $$ BEGIN PERFORM 1; END $$; SELECT 1");

        // then
        assertThat(report.risk()).isEqualTo(Risk.HIGH);
        assertThat(report.analysable()).isFalse();
        assertThat(report.confidence()).isEqualTo(Confidence.ASSUMED);
    }

    @Test
    void readsEveryExampleButTheUnanalysableOnes() {
        for (Example example : examples()) {
            boolean meant = Stream.of(
                            "DO $$ DECLARE ",
                            "DO $$ BEGIN EXECUTE ",
                            "CALL ",
                            "SELECT archive",
                            "COPY orders TO ",
                            "ALTER TABLE orders AD ",
                            "SELECT 1 FORM ")
                    .anyMatch(example.sql()::startsWith);
            assertThat(Shop.assess(example).analysable()).as(example.sql()).isEqualTo(!meant);
        }
    }

    @Test
    void assumesTheWorstWithoutFacts() {
        // given
        Plan plan = Shop.plan("CREATE INDEX i ON unknown_table (a); ALTER TABLE unknown_table ADD b int", "each");

        // when
        Report report = RiskEngine.assess(plan, TargetFacts.assumed(), Thresholds.defaults());

        // then
        assertThat(report.statements()).extracting(StatementReport::risk).containsExactly(Risk.HIGH, Risk.LOW);
        assertThat(report.confidence()).isEqualTo(Confidence.ASSUMED);
    }

    @Test
    void concludesNothingFromATableKnownBySizeAlone() {
        // given
        Plan plan = Shop.plan(
                "ALTER TABLE orders ALTER COLUMN gone TYPE bigint; ALTER TABLE orders ALTER COLUMN code TYPE text;"
                        + " ALTER TABLE orders DROP CONSTRAINT unknown; ALTER TABLE orders ALTER COLUMN total SET NOT NULL",
                "each");

        // when
        Report report = report(plan, Shop.sizesOnly());

        // then
        assertThat(report.statements())
                .allSatisfy(
                        s -> assertThat(s.findings()).extracting(Finding::rule).doesNotContain("statement-will-fail"))
                .extracting(StatementReport::risk)
                .containsExactly(Risk.HIGH, Risk.HIGH, Risk.LOW, Risk.HIGH);
    }

    /** Wall-clock times are printed for whoever asks; the test holds only that every statement is judged. */
    @Test
    @Tag("benchmark")
    void readsLongScriptsInOneTransaction() {
        for (int statements : SCRIPTS) {
            // given
            StringBuilder script = new StringBuilder();
            for (int i = 0; i < statements; i++) {
                script.append(
                        i % 4 == 0
                                ? "CREATE TABLE t" + i + " (id bigint PRIMARY KEY, note text);\n"
                                : "INSERT INTO t" + i / 4 * 4 + " VALUES (" + i + ", 'x');\n");
            }
            Plan plan = Shop.plan(script.toString(), "all");
            long before = System.nanoTime();

            // when
            Report report = RiskEngine.assess(plan, Shop.facts(), Thresholds.defaults());

            // then
            System.out.printf(
                    "%,d statements assessed in %,d ms%n", statements, (System.nanoTime() - before) / 1_000_000);
            assertThat(report.statements()).hasSize(statements);
            assertThat(report.analysable()).isTrue();
        }
    }

    @Test
    void survivesRandomBytesAndTornStatements() {
        // given
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Example> examples = examples();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = examples.get(random.nextInt(examples.size())).sql().getBytes(StandardCharsets.UTF_8);
            for (int j = random.nextInt(6); j >= 0 && bytes.length > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            String sql = new String(bytes, 0, random.nextInt(bytes.length + 1), StandardCharsets.UTF_8);

            // when
            Plan plan;
            try {
                plan = Planner.plan(
                        Bundle.of(Engine.NATIVE, Options.defaults(), null, List.of(new SourceFile("a.sql", sql))),
                        Dialect.POSTGRESQL,
                        Set.of());
            } catch (PlanRefused expected) {
                continue;
            }
            Report report = report(plan, Shop.facts());

            // then
            assertThat(report.statements()).as("seed " + seed + ": " + sql).hasSameSizeAs(plan.statements());
            if (!report.analysable()) {
                assertThat(report.risk()).as("seed " + seed).isEqualTo(Risk.HIGH);
            }
        }
    }

    @Test
    void masksWhatLeaves() {
        // when
        Report report = Shop.assess("UPDATE orders SET note = 'secret 4711' WHERE id = 4711");

        // then
        assertThat(report.masked().json()).doesNotContain("secret", "4711").contains("note = ?");
    }

    private static Risk risk(String sql, TargetFacts facts) {
        return report(Shop.plan(sql, "each"), facts).risk();
    }

    private static Report report(Plan plan, TargetFacts facts) {
        return RiskEngine.assess(plan, Shop.asked(facts, plan), Thresholds.defaults());
    }

    private static List<Example> examples() {
        return Rules.cards(Dialect.POSTGRESQL).stream()
                .flatMap(card -> Stream.concat(card.flagged().stream(), card.clean().stream()))
                .distinct()
                .toList();
    }

    private static List<String> kinds(Report report) {
        return report.statements().stream()
                .map(s -> s.risk() + " " + s.operations() + " " + s.effects())
                .toList();
    }

    private static String upperOutsideQuotes(String sql) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            quoted ^= c == '\'' || c == '"' || c == '$';
            out.append(quoted ? c : Character.toUpperCase(c));
        }
        return out.toString();
    }
}
