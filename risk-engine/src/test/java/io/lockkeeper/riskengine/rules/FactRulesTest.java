package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.MysqlShop;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Shop;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that speak by facts which the examples' target does not have: standbys, free space; and the other dialect's limit. */
class FactRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // free bytes | statement | risk; the table has 300 MB
                "-1          | ALTER TABLE orders ALTER COLUMN total TYPE bigint | ",
                "10000000000 | ALTER TABLE orders ALTER COLUMN total TYPE bigint | ",
                "600000000   | ALTER TABLE orders ALTER COLUMN total TYPE bigint | MEDIUM",
                "100000000   | ALTER TABLE orders ALTER COLUMN total TYPE bigint | HIGH",
                "0           | ALTER TABLE orders ADD COLUMN a int               | ",
                "100000000   | CREATE INDEX CONCURRENTLY i ON orders (total)     | HIGH",
                "100000000   | CREATE TABLE fresh (id int)                       | "
            })
    void warnsOfAFullDisk(long free, String sql, String risk) {
        assertThat(finding("disk-space", sql, target(0, free)))
                .map(finding -> finding.risk().name())
                .isEqualTo(Optional.ofNullable(risk));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // standbys | statement | risk
                "0 | ALTER TABLE orders ALTER COLUMN total TYPE bigint | ",
                "1 | ALTER TABLE orders ALTER COLUMN total TYPE bigint | MEDIUM",
                "2 | ALTER TABLE orders ADD COLUMN a int               | LOW",
                "2 | CREATE INDEX CONCURRENTLY i ON orders (total)     | ",
                "2 | CREATE TABLE fresh (id int)                       | "
            })
    void warnsOfWhatStandbysRepeat(int standbys, String sql, String risk) {
        assertThat(finding("standby-conflict", sql, target(standbys, -1)))
                .map(finding -> finding.risk().name())
                .isEqualTo(Optional.ofNullable(risk));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET lock_wait_timeout = 31536000; ALTER TABLE orders ADD COLUMN a int         | true",
                "SET SESSION lock_wait_timeout = DEFAULT; ALTER TABLE orders ADD COLUMN a int  | true",
                "SET lock_wait_timeout = 5; ALTER TABLE orders ADD COLUMN a int                | false",
                "SET lock_wait_timeout = 31536000; UPDATE orders SET total = 1 WHERE id = 3    | false",
                "ALTER TABLE orders ADD COLUMN a int                                           | false"
            })
    void followsTheLimitOfMysql(String sql, boolean flagged) {
        // when
        Report report = MysqlShop.assess(Example.of(sql));

        // then
        List<String> rules = report.statements().stream()
                .flatMap(statement -> statement.findings().stream())
                .map(Finding::rule)
                .toList();
        assertThat(rules.contains("long-lock-wait")).isEqualTo(flagged);
    }

    @Test
    void saysThatMysqlCommitsWithEverySchemaChange() {
        assertThat(MysqlShop.assess(
                                Example.of("ALTER TABLE items ADD COLUMN a int; ALTER TABLE items ADD COLUMN b int"))
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("half-done-on-failure");
        assertThat(MysqlShop.assess(
                                Example.of("UPDATE items SET label = 'a' WHERE id = 1; DELETE FROM items WHERE id = 2"))
                        .findings())
                .isEmpty();
    }

    private static Optional<Finding> finding(String rule, String sql, TargetFacts target) {
        Plan plan = Shop.plan(Example.of(sql));
        Report report = RiskEngine.assess(plan, Shop.asked(target, plan), Thresholds.defaults());
        return report.statements().getFirst().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst();
    }

    private static TargetFacts target(int standbys, long freeBytes) {
        TargetFacts shop = Shop.facts();
        TargetFacts replicated = new TargetFacts(
                shop.dialect(),
                shop.source(),
                shop.serverVersion(),
                shop.settings(),
                shop.searchPath(),
                shop.tables(),
                shop.indexes(),
                shop.other(),
                shop.asked(),
                0,
                true,
                standbys);
        return replicated.withFreeBytes(freeBytes);
    }
}
