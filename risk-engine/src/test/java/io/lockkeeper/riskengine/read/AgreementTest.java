package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.read.pg.Grammar;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A reader that is wrong: it reads another statement than the one it was given. */
class AgreementTest {
    private static final Grammar GRAMMAR = new Grammar(Duration.ofSeconds(30));
    private static final TokenReader TOKENS = new TokenReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // the statement | what the wrong reader takes it for
                "ALTER TABLE t ADD a int, DROP b | ALTER TABLE t ADD a int",
                "ALTER TABLE t ADD a int | ALTER TABLE t ADD a int, ADD b int",
                "ALTER TABLE t DROP a | ALTER TABLE t DROP b",
                "ALTER TABLE t DROP a | ALTER TABLE s.t DROP a",
                "ALTER TABLE t DROP a CASCADE | ALTER TABLE t DROP a",
                "ALTER TABLE t ADD a int | ALTER TABLE t ADD a bigint",
                "ALTER TABLE t ADD a varchar(5) | ALTER TABLE t ADD a varchar(50)",
                "ALTER TABLE t ADD a int NOT NULL | ALTER TABLE t ADD a int",
                "ALTER TABLE t ADD a int DEFAULT 1 | ALTER TABLE t ADD a int",
                "ALTER TABLE t ADD a int UNIQUE | ALTER TABLE t ADD a int",
                "ALTER TABLE t ALTER a TYPE text | ALTER TABLE t ALTER a TYPE int",
                "ALTER TABLE t ALTER a TYPE text USING b | ALTER TABLE t ALTER a TYPE text",
                "ALTER TABLE t ALTER a TYPE text | ALTER TABLE t ALTER a SET STATISTICS 5",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) | ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) | ALTER TABLE t ADD CONSTRAINT d CHECK (a > 0)",
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p | ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES q",
                "ALTER TABLE t ADD UNIQUE (a, b) | ALTER TABLE t ADD UNIQUE (a)",
                "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a) | ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX a",
                "ALTER TABLE t SET LOGGED | ALTER TABLE t SET UNLOGGED",
                "ALTER TABLE t DETACH PARTITION p | ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
                "ALTER TABLE t RENAME a TO b | ALTER TABLE t RENAME TO b",
                "CREATE INDEX i ON t (a) | CREATE INDEX CONCURRENTLY i ON t (a)",
                "CREATE UNIQUE INDEX i ON t (a) | CREATE INDEX i ON t (a)",
                "CREATE INDEX i ON t (a) WHERE b | CREATE INDEX i ON t (a)",
                "CREATE INDEX i ON t (a, b) | CREATE INDEX i ON t (a)",
                "CREATE INDEX i ON t USING gin (a) | CREATE INDEX i ON t (a)",
                "CREATE TABLE t (a int, b int) | CREATE TABLE t (a int)",
                "CREATE TABLE t (a int REFERENCES p) | CREATE TABLE t (a int)",
                "CREATE TABLE t (a int) INHERITS (p) | CREATE TABLE t (a int)",
                "CREATE TABLE p PARTITION OF t DEFAULT | CREATE TABLE p PARTITION OF u DEFAULT",
                "CREATE TEMP TABLE t (a int) | CREATE TABLE t (a int)",
                "DROP TABLE a, b | DROP TABLE a",
                "DROP TABLE a CASCADE | DROP TABLE a",
                "DROP TABLE a | DROP TABLE IF EXISTS a",
                "DROP TABLE a | DROP VIEW a",
                "DROP INDEX CONCURRENTLY a | DROP INDEX a",
                "TRUNCATE a, b | TRUNCATE a",
                "LOCK a | LOCK a IN SHARE MODE",
                "VACUUM FULL a | VACUUM a",
                "REINDEX INDEX CONCURRENTLY a | REINDEX INDEX a",
                "UPDATE t SET a = 1 | UPDATE t SET a = 1 WHERE b = 1",
                "DELETE FROM t | DELETE FROM u",
                "DELETE FROM t USING u WHERE t.a = u.a | DELETE FROM t WHERE a = 1",
                "INSERT INTO t SELECT * FROM u | INSERT INTO t VALUES (1)",
                "SELECT * FROM t FOR UPDATE | SELECT * FROM t",
                "SET a = 1 | SET LOCAL a = 1",
                "REVOKE SELECT ON t FROM r | GRANT SELECT ON t TO r",
                "ALTER TYPE a RENAME VALUE 'x' TO 'y' | ALTER TYPE a ADD VALUE 'x'",
                "ALTER VIEW v RENAME TO w | ALTER SEQUENCE v RENAME TO w",
                "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1 | CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1",
                "CALL p() | SELECT 1",
                "MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE | DELETE FROM t",
                "SELECT 1; DROP TABLE t | SELECT 1"
            })
    void takesDisagreementForNotUnderstood(String statement, String takenFor) {
        // given
        StatementReader right = new PostgresReader(GRAMMAR, TOKENS);
        StatementReader wrong = new PostgresReader(GRAMMAR, ignored -> TOKENS.apply(takenFor));

        // when
        List<Operation> read = wrong.read(statement);

        // then
        assertThat(read).containsExactly(new Unreadable("two readers understand it differently"));
        assertThat(right.read(takenFor)).noneMatch(Unreadable.class::isInstance);
    }

    @Test
    void agreesWhereOnlyTheSpellingDiffers() {
        // given
        StatementReader reader =
                new PostgresReader(GRAMMAR, ignored -> TOKENS.apply("alter table T add column if not exists A int4"));

        // when
        List<Operation> read = reader.read("ALTER TABLE \"t\" ADD IF NOT EXISTS a /* a number */ integer");

        // then
        assertThat(read).singleElement().extracting(Operation::kind).isEqualTo("add-column");
    }
}
