package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.MysqlShop;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What takes a moment and changes how a column, an event or a table behaves from then on. */
class MysqlAttributeRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // definition of the column | statement | what the reason says; empty without a finding
                "int NOT NULL DEFAULT 7      | MODIFY c int NOT NULL                       | without its default, INSERTs that leave it out fail",
                "int DEFAULT 7               | MODIFY c int                                | without its default, INSERTs that leave it out store NULL",
                "int NOT NULL                | MODIFY c int                                | without NOT NULL, NULL can be stored",
                "int NOT NULL                | MODIFY c int NULL                           | ",
                "int NOT NULL DEFAULT 7      | MODIFY c int NOT NULL DEFAULT 8             | ",
                "int NOT NULL DEFAULT 7      | CHANGE c d int NOT NULL DEFAULT 7           | ",
                "int COMMENT 'a'             | MODIFY c int                                | ",
                "datetime ON UPDATE now()    | MODIFY c datetime                           | without ON UPDATE, changes of a row are no longer dated",
                "datetime ON UPDATE now()    | MODIFY c datetime ON UPDATE now()           | ",
                "varchar(9) COLLATE utf8mb3_bin | MODIFY c varchar(9)                      | its collation utf8mb3_bin becomes the one of the table",
                "int INVISIBLE               | MODIFY c int                                | SELECT * and INSERTs without a list of columns see it",
                "int                         | MODIFY c int INVISIBLE                      | no longer know it",
                "int AS (total + 1) STORED   | MODIFY c int                                | its value is no longer computed",
                "int NOT NULL DEFAULT 7      | ALTER COLUMN c DROP DEFAULT                 | INSERTs that leave c out fail",
                "int                         | ALTER COLUMN c DROP DEFAULT                 | INSERTs that leave c out fail",
                "int NOT NULL                | ALTER COLUMN c DROP DEFAULT                 | ",
                "int NOT NULL                | ALTER COLUMN c SET DEFAULT 1                | ",
                "int                         | ALTER COLUMN c SET INVISIBLE                | no longer know c",
                "int INVISIBLE               | ALTER COLUMN c SET VISIBLE                  | ",
                "int CHECK (c >= 0)          | ALTER COLUMN c SET DEFAULT -1               | the new default breaks",
                "int CHECK (c >= 0)          | ALTER COLUMN c SET DEFAULT 0                | ",
                "int CHECK (c >= 0 OR id > 1) | ALTER COLUMN c SET DEFAULT -1              | "
            })
    void namesWhatAColumnLoses(String definition, String action, String reason) {
        // when
        StatementReport last = last(
                "ALTER TABLE orders ADD COLUMN c " + definition + "; ALTER TABLE orders " + action,
                Dialect.MYSQL,
                "8.4");

        // then
        Optional<Finding> found = found("mysql-attribute-lost", last);
        assertThat(found.isPresent()).isEqualTo(reason != null);
        found.ifPresent(finding -> {
            assertThat(finding.risk()).isEqualTo(Risk.MEDIUM);
            assertThat(finding.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE nowhere ALTER COLUMN c DROP DEFAULT"})
    void takesTheWorstForGrantedOfWhatIsNotKnown(String sql) {
        assertThat(found("mysql-attribute-lost", last(sql, Dialect.MYSQL, "8.4")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // statements | copied by MariaDB | refused by MySQL
                "ALTER TABLE orders ADD UNIQUE (code); ALTER TABLE orders MODIFY code varchar(1100)    | true  | true",
                "ALTER TABLE orders ADD UNIQUE (code(10)); ALTER TABLE orders MODIFY code varchar(255) | false | false",
                "ALTER TABLE orders ADD UNIQUE (code); ALTER TABLE orders MODIFY code varchar(80)      | false | false",
                "ALTER TABLE orders ADD INDEX (code); ALTER TABLE orders MODIFY code varchar(80)       | false | false",
                "ALTER TABLE orders ADD UNIQUE (note)                                                  | true  | true",
                "ALTER TABLE orders ADD UNIQUE (note(50))                                              | false | false"
            })
    void seesKeysThatBecomeTooLong(String sql, boolean copied, boolean refused) {
        // when
        StatementReport mariadb = last(sql, Dialect.MARIADB, "10.11");
        StatementReport mysql = last(sql, Dialect.MYSQL, "8.4");

        // then
        assertThat(mariadb.effects()).extracting(Effect::rewrites).containsOnly(copied);
        assertThat(found("mysql-will-fail", mysql).isPresent()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO UPDATE items SET label = 'x' WHERE id = 1 | MEDIUM",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO DELETE FROM nowhere WHERE id = 1          | MEDIUM",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO DELETE FROM orders                        | HIGH",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO CALL tidy()                               | HIGH",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DO BEGIN DELETE FROM orders; END             | HIGH",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR ENABLE DO TRUNCATE TABLE orders              | HIGH",
                "CREATE EVENT e ON SCHEDULE EVERY 1 HOUR DISABLE DO DELETE FROM orders                | LOW",
                "ALTER EVENT e ENABLE                                                                 | MEDIUM",
                "ALTER EVENT e DO DELETE FROM orders                                                  | HIGH"
            })
    void judgesAnEventByItsBody(String sql, Risk risk) {
        assertThat(MysqlShop.assess(Example.of(sql)).risk()).isEqualTo(risk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ON DELETE CASCADE   | REPLACE INTO items (id) VALUES (1)             | true",
                "on delete  set null | REPLACE INTO items (id) SELECT 1               | true",
                "ON DELETE RESTRICT  | REPLACE INTO items (id) VALUES (1)             | false",
                "ON DELETE CASCADE   | INSERT INTO items (id) VALUES (71)             | false"
            })
    void knowsWhatReplaceTakesAlong(String action, String sql, boolean flagged) {
        // when
        String child = "CREATE TABLE marks (id int PRIMARY KEY, item bigint, FOREIGN KEY (item) REFERENCES items (id) "
                + action + "); ";

        // then
        assertThat(found("mysql-replace-cascades", last(child + sql, Dialect.MARIADB, "11.4"))
                        .isPresent())
                .isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE shape AS SELECT id FROM orders WHERE 1 = 0                              | LOW",
                "CREATE TABLE shape AS SELECT id FROM orders WHERE FALSE AND total > 3                | LOW",
                "CREATE TABLE shape AS SELECT id FROM orders LIMIT 0                                  | LOW",
                "INSERT INTO items (id) SELECT id FROM orders WHERE 1 = 0                             | LOW",
                "INSERT INTO items (id) SELECT id FROM orders WHERE 1 = 1                             | MEDIUM",
                "INSERT INTO items (id) SELECT id FROM orders WHERE 1 = 0 OR total > 3                | MEDIUM",
                "INSERT INTO items (id) SELECT id FROM orders WHERE 1 = 0 UNION SELECT id FROM orders | MEDIUM",
                "INSERT INTO items (id) SELECT o.id FROM (SELECT id FROM orders) o WHERE 1 = 0        | MEDIUM"
            })
    void readsNothingWhereNoRowCanBe(String sql, Risk risk) {
        assertThat(MysqlShop.assess(Example.of(sql)).risk()).isEqualTo(risk);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MYSQL   | 9.7   | ALTER TABLE orders COMPRESSION = 'zlib'    | false",
                "MYSQL   | 9.7   | ALTER TABLE orders INSERT_METHOD = LAST    | false",
                "MYSQL   | 9.7   | ALTER TABLE orders ENCRYPTION = 'Y'        | true",
                "MYSQL   | 9.7   | ALTER TABLE orders TABLESPACE = innodb_system | true",
                "MARIADB | 10.11 | ALTER TABLE orders PAGE_COMPRESSED = 1     | false",
                "MARIADB | 10.11 | ALTER TABLE orders PAGE_COMPRESSED = 0     | true"
            })
    void knowsWhichOptionsRebuildATable(Dialect dialect, String version, String sql, boolean rebuilds) {
        assertThat(last(sql, dialect, version).effects())
                .extracting(Effect::rewrites)
                .containsOnly(rebuilds);
    }

    private static StatementReport last(String sql, Dialect dialect, String version) {
        Report report = MysqlShop.assess(Example.of(sql), dialect, version);
        List<StatementReport> statements = report.statements();
        return statements.getLast();
    }

    private static Optional<Finding> found(String rule, StatementReport report) {
        return report.findings().stream().filter(f -> f.rule().equals(rule)).findFirst();
    }
}
