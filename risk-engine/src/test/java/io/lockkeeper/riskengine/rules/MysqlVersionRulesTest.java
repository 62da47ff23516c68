package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.MysqlShop;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules of MySQL and MariaDB that speak on some versions only, which the examples' target is none of. */
class MysqlVersionRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSQL   | 8.0.28 | ALTER TABLE items ADD COLUMN a int                              | false",
                "MYSQL   | 8.0.29 | ALTER TABLE items ADD COLUMN a int                              | true",
                "MYSQL   | 8.0.31 | ALTER TABLE items DROP COLUMN label                             | true",
                "MYSQL   | 8.0.31 | ALTER TABLE items ADD COLUMN a int FIRST, ALGORITHM=INSTANT     | true",
                "MYSQL   | 8.0.31 | ALTER TABLE items ADD COLUMN a int, ALGORITHM=INPLACE           | false",
                "MYSQL   | 8.0.31 | ALTER TABLE articles ADD COLUMN a int                           | false",
                "MYSQL   | 8.0.31 | ALTER TABLE items ADD COLUMN a int AS (id + 1) VIRTUAL          | false",
                "MYSQL   | 8.0.31 | ALTER TABLE items ALTER COLUMN label SET DEFAULT 'x'            | false",
                "MYSQL   | 8.0.32 | ALTER TABLE items ADD COLUMN a int                              | false",
                "MARIADB | 10.11  | ALTER TABLE items ADD COLUMN a int                              | false"
            })
    void warnsOfRowVersionsOnTheServersThatMisreadThem(Dialect dialect, String version, String sql, boolean flagged) {
        assertThat(rules(sql, dialect, version).contains("mysql-instant-row-versions"))
                .isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.11 | ALTER TABLE items ENGINE=Aria, ALGORITHM=INSTANT                         | true  | false",
                "10.11 | ALTER TABLE items ENGINE=Aria, ALGORITHM=NOCOPY                          | true  | false",
                "10.11 | ALTER TABLE items ENGINE=Aria, ALGORITHM=INPLACE                         | false | true",
                "10.11 | ALTER TABLE items ENGINE=Aria, ALGORITHM=INSTANT, LOCK=NONE              | true  | true",
                "10.11 | ALTER TABLE items ENGINE=InnoDB, ALGORITHM=INSTANT                       | false | true",
                "10.11 | ALTER TABLE items ALGORITHM=INSTANT PARTITION BY HASH (id) PARTITIONS 4  | true  | false",
                "10.11 | ALTER TABLE items ALGORITHM=INPLACE PARTITION BY HASH (id) PARTITIONS 4  | false | true",
                "10.6  | ALTER TABLE events ALGORITHM=INSTANT REMOVE PARTITIONING                 | true  | false",
                "11.4  | ALTER TABLE events ALGORITHM=INSTANT REMOVE PARTITIONING                 | false | true",
                "11.4  | ALTER TABLE items ENGINE=Aria, ALGORITHM=INSTANT                         | false | true"
            })
    void saysWhenTheAlgorithmGuardsNothing(String version, String sql, boolean ignored, boolean refused) {
        // when
        Report report = MysqlShop.assess(Example.of(sql), Dialect.MARIADB, version);

        // then
        List<String> rules = rules(report);
        assertThat(rules.contains("mysql-algorithm-ignored")).isEqualTo(ignored);
        assertThat(rules.contains("mysql-algorithm-refused")).isEqualTo(refused);
        assertThat(report.statements().getFirst().effects().getFirst().rewrites())
                .isEqualTo(!refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSQL   | 8.0.23 | ANALYZE TABLE orders                       | true",
                "MYSQL   | 8.0.23 | ALTER TABLE events ANALYZE PARTITION p2025 | true",
                "MYSQL   | 8.0.23 | ANALYZE TABLE items                        | false",
                "MYSQL   | 8.0.23 | CHECK TABLE orders                         | false",
                "MYSQL   | 8.0.24 | ANALYZE TABLE orders                       | false",
                "MARIADB | 10.6   | ANALYZE TABLE orders                       | false"
            })
    void warnsOfAnalyzeWhereItMakesNewQueriesWait(Dialect dialect, String version, String sql, boolean flagged) {
        assertThat(rules(sql, dialect, version).contains("mysql-analyze-stalls"))
                .isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE orders MODIFY total bigint",
                "ALTER TABLE orders ROW_FORMAT=COMPRESSED",
                "ALTER TABLE orders ADD INDEX by_note (note(20))",
                "ALTER TABLE orders DROP PRIMARY KEY"
            })
    void advisesNoToolThatDoesNotRunThere(String sql) {
        assertThat(ways(sql, Dialect.MYSQL, "8.4"))
                .anyMatch(way -> way.contains("with gh-ost") || way.contains("let gh-ost"));
        assertThat(ways(sql, Dialect.MARIADB, "10.11"))
                .noneMatch(way -> way.contains("with gh-ost") || way.contains("let gh-ost"))
                .anyMatch(way -> way.contains("pt-osc"));
    }

    @Test
    void saysThatATableIsRebuiltTwiceOnMysqlToo() {
        assertThat(rules(
                        "ALTER TABLE orders MODIFY total bigint; ALTER TABLE orders MODIFY code varchar(300)",
                        Dialect.MYSQL,
                        "8.4"))
                .contains("table-rewritten-twice", "half-done-on-failure");
        assertThat(rules("ALTER TABLE orders MODIFY total bigint, MODIFY code varchar(300)", Dialect.MYSQL, "8.4"))
                .doesNotContain("table-rewritten-twice");
    }

    private static List<String> ways(String sql, Dialect dialect, String version) {
        return MysqlShop.assess(Example.of(sql), dialect, version).statements().stream()
                .flatMap(statement -> statement.findings().stream())
                .map(Finding::saferWay)
                .toList();
    }

    private static List<String> rules(String sql, Dialect dialect, String version) {
        return rules(MysqlShop.assess(Example.of(sql), dialect, version));
    }

    private static List<String> rules(Report report) {
        return java.util.stream.Stream.concat(
                        report.findings().stream(),
                        report.statements().stream().flatMap(statement -> statement.findings().stream()))
                .map(Finding::rule)
                .toList();
    }
}
