package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.MysqlShop;
import io.lockkeeper.riskengine.Shop;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class RulesTest {

    @TestFactory
    Stream<DynamicTest> everyRuleFlagsItsFlaggedExamples() {
        return Rules.cards(Dialect.POSTGRESQL).stream().flatMap(card -> card.flagged().stream()
                .map(example -> dynamicTest(card.id() + ": " + example.sql(), () -> {
                    // when
                    Report report = Shop.assess(example);

                    // then
                    assertThat(rules(report)).contains(card.id());
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleLeavesItsCleanExamplesAlone() {
        return Rules.cards(Dialect.POSTGRESQL).stream().flatMap(card -> card.clean().stream()
                .map(example -> dynamicTest(card.id() + ": " + example.sql(), () -> {
                    // when
                    Report report = Shop.assess(example);

                    // then
                    assertThat(rules(report)).doesNotContain(card.id());
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfMysqlFlagsItsFlaggedExamples() {
        return mysqlCards().flatMap(card -> card.flagged().stream()
                .map(example -> dynamicTest(card.id() + ": " + example.sql(), () -> {
                    // when
                    Report report = MysqlShop.assess(example);

                    // then
                    assertThat(rules(report)).contains(card.id());
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleOfMysqlLeavesItsCleanExamplesAlone() {
        return mysqlCards().flatMap(card -> card.clean().stream()
                .map(example -> dynamicTest(card.id() + ": " + example.sql(), () -> {
                    // when
                    Report report = MysqlShop.assess(example);

                    // then
                    assertThat(rules(report)).doesNotContain(card.id());
                })));
    }

    /** The examples of shared rules are PostgreSQL's. */
    private static Stream<Card> mysqlCards() {
        List<Card> shared = Rules.cards(Dialect.POSTGRESQL);
        return Rules.cards(Dialect.MYSQL).stream().filter(card -> !shared.contains(card));
    }

    @Test
    void listsEveryRuleOfThePackage() throws IOException {
        // given
        Path folder = Path.of("src/main/java/io/lockkeeper/riskengine/rules/postgresql");
        List<String> listed = Stream.concat(Rules.of(Dialect.POSTGRESQL).stream(), Rules.ofMigrations().stream())
                .map(rule -> rule.getClass().getSimpleName())
                .toList();

        // when
        List<String> written;
        try (Stream<Path> files = Files.list(folder)) {
            written = files.filter(RulesTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }

        // then
        assertThat(listed).containsExactlyInAnyOrderElementsOf(written);
    }

    @TestFactory
    Stream<DynamicTest> namesEveryRuleLikeItsClass() {
        return Rules.of(Dialect.POSTGRESQL).stream()
                .map(rule -> dynamicTest(
                        rule.card().id(), () -> assertThat(rule.card().id())
                                .isEqualTo(rule.getClass()
                                        .getSimpleName()
                                        .replaceAll("(?<!^)([A-Z])", "-$1")
                                        .toLowerCase(java.util.Locale.ROOT))));
    }

    private static boolean isRule(Path file) {
        try {
            return Files.readString(file).matches("(?s).* implements (Migration)?Rule .*");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> rules(Report report) {
        return Stream.concat(
                        report.findings().stream(),
                        report.statements().stream().flatMap(statement -> statement.findings().stream()))
                .map(Finding::rule)
                .toList();
    }
}
