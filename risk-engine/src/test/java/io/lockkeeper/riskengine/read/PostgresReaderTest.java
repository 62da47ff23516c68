package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresReaderTest {
    private final StatementReader reader = new PostgresReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What JSqlParser silently misreads
                "ALTER TABLE t VALIDATE CONSTRAINT c, DROP COLUMN x | validate-constraint drop-column",
                "ALTER TABLE t SET LOGGED, DROP COLUMN x | set-logged drop-column",
                "ALTER TABLE t INHERIT p, DROP COLUMN x | inherit drop-column",
                "DROP INDEX CONCURRENTLY idx | drop-index",
                "DROP INDEX CONCURRENTLY IF EXISTS public.idx | drop-index",
                "ALTER TABLE t ALTER COLUMN a SET STATISTICS 100 | set-statistics",
                "ALTER TABLE t ALTER COLUMN a SET STORAGE external | set-storage",
                "ALTER TABLE t ALTER a SET COMPRESSION lz4 | set-compression",
                "ALTER TABLE t ALTER COLUMN a SET EXPRESSION AS (b + 1) | set-expression",
                "ALTER TABLE t ALTER CONSTRAINT c NOT ENFORCED | unenforce-constraint",
                "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a) | add-unique",
                "ALTER TABLE t AD brand int | unreadable",
                "CREATE SCHEMA s CREATE TABLE t (a int) | unreadable",
                // What it cannot parse
                "ALTER TABLE u ADD CONSTRAINT k UNIQUE USING INDEX i | add-unique",
                "ALTER TABLE u ADD CONSTRAINT k PRIMARY KEY USING INDEX i | add-primary-key",
                "ALTER TABLE u ALTER COLUMN id SET DATA TYPE bigint USING id::bigint | alter-column-type",
                "ALTER TABLE o ADD CONSTRAINT nn NOT NULL a NOT VALID | add-not-null",
                "ALTER TABLE o ADD CONSTRAINT c CHECK (a > 0) NO INHERIT NOT VALID | add-check",
                "ALTER TABLE t ADD FOREIGN KEY (i) REFERENCES p NOT ENFORCED | add-foreign-key",
                "ALTER TABLE u ALTER COLUMN a RESET (n_distinct) | set-column-options",
                "REINDEX INDEX CONCURRENTLY i | reindex",
                "VACUUM (FULL, VERBOSE) t | vacuum-full",
                "VACUUM FREEZE ANALYZE t | vacuum",
                "CLUSTER | cluster",
                "LOCK t | lock-table",
                "ANALYZE VERBOSE t (a) | analyze",
                "SET LOCAL lock_timeout TO '2s' | set",
                "ALTER INDEX i RENAME TO j | rename-index",
                "ALTER VIEW v RENAME TO w | alter-view",
                "DROP TYPE IF EXISTS mood CASCADE | drop-type",
                "DROP POLICY IF EXISTS p ON t | drop-policy",
                "COMMENT ON INDEX i IS 'x' | alter-comment",
                "CREATE STATISTICS s (dependencies) ON a, b FROM t | create-statistics",
                // Details
                "ALTER TABLE ONLY s.t ADD a int, ALTER b DROP NOT NULL, DROP c | add-column drop-not-null drop-column",
                "ALTER TABLE t ADD a int, RENAME c TO d | unreadable",
                "ALTER TABLE t ADD COLUMN a numeric(10, 2) DEFAULT round(1.5, 1) NOT NULL CHECK (a > 0) | add-column",
                "DROP TABLE a, b CASCADE | drop-table drop-table",
                "TRUNCATE TABLE ONLY a, b RESTART IDENTITY CASCADE | truncate truncate",
                "CREATE TABLE t (a int PRIMARY KEY, b text REFERENCES p ON DELETE SET NULL, UNIQUE (b)) WITH (fillfactor = 80) | create-table",
                "CREATE TABLE t AS SELECT 1 AS a | create-table",
                "CREATE UNIQUE INDEX ON t USING gin (lower(a) text_ops DESC) WHERE b | create-index",
                "INSERT INTO t (a) VALUES (1), (2) ON CONFLICT (a) DO NOTHING | insert",
                "WITH x AS (SELECT 1) SELECT * FROM x | select",
                "DO $$ BEGIN END $$ | do",
                "DO $$ BEGIN PERFORM f(); END $$ | unreadable",
                "DO $$ DECLARE n int; BEGIN DELETE FROM t; END $$ | unreadable",
                "DO $$ BEGIN FOR n IN 1..3 LOOP DELETE FROM t; END LOOP; END $$ | unreadable",
                "DO $$ BEGIN CREATE INDEX CONCURRENTLY i ON t (a); END $$ | unreadable",
                "DO $$ BEGIN IF f() THEN DROP TABLE t; END IF; END $$ | unreadable",
                "DO $$ BEGIN IF to_regclass('t') IS NULL THEN CREATE TABLE t (a int); END IF; END $$ | select create-table",
                "DO $$ BEGIN DROP TABLE t; EXCEPTION WHEN undefined_table THEN NULL; END $$ | drop-table",
                "DO LANGUAGE plpython3u $$ x $$ | unreadable",
                "CALL p() | unreadable",
                "EXECUTE q | unreadable",
                "SELECT pg_terminate_backend(1) | unreadable",
                "SELECT setval('s', 1) | select alter-sequence",
                "SELECT lower(setval('s', 1)::text) | unreadable",
                "SELECT setval('s', nextval_of_mine()) | unreadable",
                "SELECT setval('s', 1), setval('t', 1) | unreadable",
                "SELECT set_config('lock_timeout', '1s', false) | set",
                "SELECT pg_catalog.set_config('search_path', '', false) | set",
                "SELECT set_config('role', 'admin', false) | unreadable",
                "SELECT set_config(a, b, false) FROM t | unreadable",
                "SELECT * INTO n FROM t | create-table",
                "SELECT a INTO TEMP n FROM t UNION SELECT b FROM u | create-table",
                "SELECT f(a) INTO n FROM t | unreadable",
                "SELECT FROM t WHERE a = 1 | select",
                "WITH d AS (DELETE FROM t RETURNING *) SELECT * FROM d | unreadable",
                "UPDATE t SET a = danger(b) | unreadable",
                "SELECT \"now\"() | unreadable",
                "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN DELETE | delete",
                "MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED THEN INSERT (a) VALUES (CASE WHEN s.a > 1 THEN 1 ELSE 2 END) | insert",
                "MERGE INTO t USING s ON t.a = f(s.a) WHEN MATCHED THEN DELETE | unreadable",
                "MERGE INTO t USING s ON t.a = s.a WHEN MATCHED THEN UPDATE SET b = (SELECT max(c) FROM u) | unreadable",
                "COPY t FROM '/tmp/x' | insert",
                "COPY t FROM PROGRAM 'x' | unreadable",
                "COPY t FROM STDIN | unreadable",
                "CREATE PUBLICATION p FOR TABLE a, b | create-publication publish publish",
                "CREATE PUBLICATION p FOR ALL TABLES | create-publication-of-all-tables",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION | unreadable",
                "DROP RULE r ON t | drop-rule",
                "CREATE CAST (text AS a) WITH INOUT AS IMPLICIT | unreadable",
                "ALTER INDEX i SET TABLESPACE x | alter-index",
                "ALTER INDEX ALL IN TABLESPACE x SET TABLESPACE y | unreadable",
                "PREPARE TRANSACTION 'x' | unreadable",
                "COPY t TO PROGRAM 'rm' | unreadable",
                "GRANT SELECT ON t TO r | grant",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY | set-row-security",
                "ALTER SYSTEM SET a = 1 | alter-system",
                "ALTER TABLE t ADD COLUMN a int DROP COLUMN b | unreadable",
                "SET ROLE admin | unreadable"
            })
    void readsEveryActionOrNone(String sql, String kinds) {
        assertThat(reader.read(sql)).extracting(Operation::kind).containsExactly(kinds.split(" "));
    }

    @Test
    void keepsTheDetailsOfAColumn() {
        // when
        Operation operation = reader.read(
                        "alter table T add column if not exists \"Weird\"\"Name\" VARCHAR ( 20 ) /* x */ default 'a' not null")
                .getFirst();

        // then
        TableOperation.AddColumn add = (TableOperation.AddColumn) operation;
        assertThat(add.table().toString()).isEqualTo("t");
        assertThat(add.definition().name()).isEqualTo("Weird\"Name");
        assertThat(add.definition().type()).isEqualTo("character varying(20)");
        assertThat(add.definition().notNull()).isTrue();
        assertThat(add.definition().defaultExpression()).isEqualTo("'a'");
        assertThat(add.ifNotExists()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM t, false",
        "DELETE FROM t WHERE true, false",
        "DELETE FROM t WHERE 1 = 1, false",
        "DELETE FROM t WHERE a = 1, true",
        "DELETE FROM t WHERE EXISTS (SELECT 1 FROM s), true"
    })
    void seesWhetherAWhereChoosesRows(String sql, boolean filtered) {
        assertThat(reader.read(sql))
                .singleElement()
                .isInstanceOfSatisfying(DataOperation.Delete.class, delete -> assertThat(delete.filtered())
                        .isEqualTo(filtered));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE t SET b = 1 WHERE a = ANY (ARRAY[1, 2]) | a",
                "UPDATE t SET b = 1 WHERE a = ANY ('{1,2}'::bigint[]) | a",
                "UPDATE t SET b = 1 WHERE a = '1'::uuid AND c = -1 | a c",
                "UPDATE t SET b = 1 WHERE (a, c) IN ((1, 2), (3, 4)) | a c",
                "UPDATE t SET b = 1 WHERE a IN (SELECT a FROM t WHERE b IS NULL LIMIT 100) | a",
                "WITH x AS (SELECT a FROM t LIMIT 100) UPDATE t SET b = 1 FROM x WHERE t.a = x.a | a",
                "WITH x AS (SELECT a FROM t LIMIT 100) DELETE FROM t WHERE a IN (SELECT a FROM x) | a",
                "WITH x AS (SELECT c FROM t LIMIT 100) DELETE FROM t WHERE a IN (SELECT a FROM x) | ''",
                "WITH x AS (SELECT a FROM t) UPDATE t SET b = 1 FROM x WHERE t.a = x.a | ''",
                "UPDATE t SET b = 1 WHERE a IN (SELECT s.a FROM s WHERE s.a = t.a LIMIT 1) | ''",
                "UPDATE t SET b = 1 WHERE a IN (SELECT a FROM s LIMIT 1) | ''",
                "UPDATE t SET b = 1 WHERE a = ALL ('{}') | ''",
                "UPDATE t SET b = 1 WHERE a = 1 OR a = 2 | ''"
            })
    void seesWhichColumnsHaveFewValues(String sql, String pinned) {
        Operation operation = reader.read(sql).getFirst();
        List<String> columns =
                switch (operation) {
                    case DataOperation.Update update -> update.pinned();
                    case DataOperation.Delete delete -> delete.pinned();
                    default -> List.of("neither an update nor a delete");
                };
        assertThat(String.join(" ", columns)).isEqualTo(pinned);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|integer",
                "int4|integer",
                "VARCHAR(5)|character varying(5)",
                "char|character(1)",
                "timestamptz|timestamp with time zone",
                "timestamp(3)|timestamp(3) without time zone",
                "timestamptz(3)|timestamp(3) with time zone",
                "decimal(5)|numeric(5,0)",
                "text[]|text[]",
                "double precision|double precision",
                "float8|double precision",
                "mood|mood",
                "timestamp with time zone|timestamp with time zone"
            })
    void spellsTypesAsTheServerDoes(String written, String normal) {
        assertThat(Types.normal(written)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))", "", "SELECT 'a"})
    void answersInTimeAndNeverThrows(String sql) {
        assertThat(reader.read(sql)).isNotEmpty();
    }

    @Test
    void givesUpOnDeepNestingAndOnHugeStatements() {
        // when
        List<Operation> deep = reader.read("SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000));
        List<Operation> huge = reader.read("SELECT '" + "x".repeat(600_000) + "'");

        // then
        assertThat(deep).singleElement().isInstanceOf(Unreadable.class);
        assertThat(huge).singleElement().isInstanceOf(Unreadable.class);
    }
}
