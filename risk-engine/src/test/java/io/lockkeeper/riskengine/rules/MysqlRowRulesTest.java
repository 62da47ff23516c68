package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.MysqlShop;
import io.lockkeeper.riskengine.Shop;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements on rows whose risk lies in what the text does not say, and in settings of the server. */
class MysqlRowRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = id",
                "orders.id = id",
                "`total` = total",
                "1",
                "TRUE",
                "1 = 1 OR total = 4",
                "total = 4 OR (1 = 1)",
                "NOT 0",
                "id IS NOT NULL",
                "id IS NOT NULL AND total >= total"
            })
    void aConditionThatEveryRowMeetsIsNoWhere(String where) {
        assertThat(risk("delete-without-where", mysql("DELETE FROM orders WHERE " + where)))
                .contains(Risk.HIGH);
        assertThat(risk("update-without-where", mysql("UPDATE orders SET total = 1 WHERE " + where)))
                .contains(Risk.HIGH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "note IS NOT NULL",
                "id IS NULL",
                "total = seller_id",
                "1 = 1 AND total = 4",
                "1 = 0 OR total = 4",
                "NOT total",
                "note LIKE '%a'",
                "'a' = 'b' OR total = 4",
                "id IN (SELECT id FROM items)"
            })
    void aConditionThatSomeRowsMeetIsOne(String where) {
        assertThat(risk("delete-without-where", mysql("DELETE FROM orders WHERE " + where)))
                .isEmpty();
        assertThat(risk("update-without-where", mysql("UPDATE orders SET total = 1 WHERE " + where)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = id", "true", "1 = 1 OR total = 4", "id IS NOT NULL"})
    void postgresqlSeesThemToo(String where) {
        assertThat(risk("delete-without-where", Shop.assess(Example.of("DELETE FROM orders WHERE " + where))))
                .contains(Risk.HIGH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // binlog_format | statement | risk
                "STATEMENT | DELETE FROM orders WHERE total > 3 LIMIT 1000             | MEDIUM",
                "          | DELETE FROM orders WHERE total > 3 LIMIT 1000             | MEDIUM",
                "MIXED     | DELETE FROM orders WHERE total > 3 LIMIT 1000             | LOW",
                "ROW       | UPDATE orders SET total = 1 WHERE total > 3 LIMIT 1000    | LOW",
                "OFF       | UPDATE orders SET total = 1 WHERE total > 3 LIMIT 1000    | LOW",
                "STATEMENT | DELETE FROM orders WHERE total > 3 ORDER BY id LIMIT 1000 | ",
                "STATEMENT | DELETE FROM orders WHERE id = 3 LIMIT 1                   | ",
                "STATEMENT | DELETE FROM orders WHERE total > 3                        | "
            })
    void warnsOfALimitThatReplicasMayTakeOtherwise(String format, String sql, Risk risk) {
        // given
        Map<String, String> settings = format == null ? Map.of() : Map.of("binlog_format", format);

        // when
        Report report = MysqlShop.assess(Example.of(sql), Dialect.MARIADB, "11.4", settings);

        // then
        assertThat(risk("mysql-limit-without-order", report)).isEqualTo(Optional.ofNullable(risk));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // transaction_isolation | statements | flagged
                "REPEATABLE-READ | INSERT INTO items (id) SELECT id FROM orders | true",
                "READ-COMMITTED  | INSERT INTO items (id) SELECT id FROM orders | false",
                "REPEATABLE-READ | SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; INSERT INTO items (id) SELECT id FROM orders | false",
                "REPEATABLE-READ | SET TRANSACTION ISOLATION LEVEL READ COMMITTED; INSERT INTO items (id) SELECT id FROM orders | true",
                "REPEATABLE-READ | SET GLOBAL transaction_isolation = 'READ-COMMITTED'; INSERT INTO items (id) SELECT id FROM orders | true",
                "READ-COMMITTED  | SET transaction_isolation = 'SERIALIZABLE'; INSERT INTO items (id) SELECT id FROM orders | true"
            })
    void saysThatAQueryLocksWhatItReadsUnderTheIsolationOfTheSession(String level, String sql, boolean flagged) {
        // when
        Report report = MysqlShop.assess(Example.of(sql), Dialect.MYSQL, "8.4", Map.of("transaction_isolation", level));

        // then
        assertThat(risk("mysql-source-locked", report).isPresent()).isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET GLOBAL foreign_key_checks = 0                  | HIGH",
                "SET PERSIST sync_binlog = 0                        | HIGH",
                "SET @@GLOBAL.super_read_only = 1                   | HIGH",
                "SET SESSION sql_log_bin = 0                        | HIGH",
                "SET GLOBAL slow_query_log = ON                     | MEDIUM",
                "SET PERSIST max_connections = 500                  | MEDIUM",
                "SET GLOBAL some_plugin_variable = 1                | MEDIUM",
                "SET foreign_key_checks = 0                         | MEDIUM",
                "SET lock_wait_timeout = 3                          | LOW",
                "GRANT SELECT ON shop.* TO reader                   | LOW",
                "GRANT ALL PRIVILEGES ON *.* TO reader              | MEDIUM",
                "GRANT reader TO writer WITH ADMIN OPTION           | MEDIUM",
                "CREATE ROLE reader                                 | LOW",
                "DROP USER app                                      | MEDIUM",
                "REVOKE SELECT ON shop.* FROM app                   | MEDIUM",
                "LOCK INSTANCE FOR BACKUP                           | MEDIUM",
                "FLUSH TABLES                                       | MEDIUM",
                "FLUSH NO_WRITE_TO_BINLOG TABLES WITH READ LOCK     | HIGH",
                "ALTER TABLE orders IMPORT TABLESPACE               | HIGH",
                "ALTER TABLE events IMPORT PARTITION p2025 TABLESPACE | HIGH",
                "ALTER TABLE events DISCARD PARTITION p2025 TABLESPACE | HIGH"
            })
    void weighsWhatConcernsTheWholeServer(String sql, Risk risk) {
        assertThat(mysql(sql).risk()).isEqualTo(risk);
    }

    private static Report mysql(String sql) {
        return MysqlShop.assess(Example.of(sql));
    }

    private static Optional<Risk> risk(String rule, Report report) {
        return report.statements().getLast().findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> finding.risk())
                .findFirst();
    }
}
