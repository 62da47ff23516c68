package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.DemandAlgorithm;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.OtherOperation.Unreadable;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.sql.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MysqlReaderTest {
    private static final StatementReader MYSQL = new MysqlReader(Dialect.MYSQL);
    private static final StatementReader MARIADB = new MysqlReader(Dialect.MARIADB);

    static Stream<Arguments> statements() throws IOException {
        return lines("mysql-statements.txt").stream().flatMap(line -> {
            int first = line.indexOf(" | ");
            int last = line.lastIndexOf(" | ");
            String sql = line.substring(first + 3, last);
            List<String> kinds = List.of(line.substring(last + 3).split(" "));
            return dialects(line.substring(0, first)).map(dialect -> Arguments.of(dialect, sql, kinds));
        });
    }

    static Stream<Arguments> unreadable() throws IOException {
        return lines("mysql-unreadable.txt").stream()
                .flatMap(sql -> dialects("both").map(dialect -> Arguments.of(dialect, sql)));
    }

    private static Stream<Dialect> dialects(String which) {
        return which.equals("both")
                ? Stream.of(Dialect.MYSQL, Dialect.MARIADB)
                : Stream.of(Dialect.valueOf(upper(which)));
    }

    private static String upper(String word) {
        return word.equals("mysql") ? "MYSQL" : "MARIADB";
    }

    private static List<String> lines(String resource) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MysqlReaderTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void readsEveryAction(Dialect dialect, String sql, List<String> kinds) {
        assertThat(reader(dialect).read(sql)).extracting(Operation::kind).isEqualTo(kinds);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesToGuess(Dialect dialect, String sql) {
        assertThat(reader(dialect).read(sql)).singleElement().isInstanceOf(Unreadable.class);
    }

    private static StatementReader reader(Dialect dialect) {
        return dialect == Dialect.MARIADB ? MARIADB : MYSQL;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INT|int",
                "int(11)|int",
                "integer unsigned|int unsigned",
                "int(10) unsigned zerofill|int unsigned zerofill",
                "bool|tinyint(1)",
                "tinyint(1)|tinyint(1)",
                "tinyint(4)|tinyint",
                "tinyint(1) unsigned|tinyint unsigned",
                "bigint(20)|bigint",
                "dec|decimal(10,0)",
                "numeric(8)|decimal(8,0)",
                "decimal( 10 , 2 ) unsigned|decimal(10,2) unsigned",
                "double precision|double",
                "real|double",
                "float(30)|double",
                "float(10)|float",
                "float(7,4)|float(7,4)",
                "character varying(20)|varchar(20)",
                "nvarchar(20)|varchar(20)",
                "char|char(1)",
                "binary|binary(1)",
                "bit|bit(1)",
                "datetime|datetime",
                "datetime(6)|datetime(6)",
                "timestamp(0)|timestamp",
                "year(4)|year",
                "enum('A', \"b\",'it''s')|enum('A','b','it''s')",
                "set('a ','b')|set('a','b')",
                "blob(70000)|mediumblob",
                "long|mediumtext",
                "point|point"
            })
    void spellsTypesAsTheServerDoes(String written, String normal) {
        assertThat(added("ALTER TABLE t ADD COLUMN a " + written, MYSQL).type()).isEqualTo(normal);
    }

    @Test
    void keepsTheDetailsOfAColumn() {
        // when
        ColumnDefinition column = added(
                "alter table T add column `Weird``Name` VARCHAR ( 20 ) /* x */ charset utf8mb4 collate utf8mb4_bin"
                        + " default 'a' not null comment 'c' after B",
                MYSQL);

        // then
        assertThat(column.name()).isEqualTo("weird`name");
        assertThat(column.type()).isEqualTo("varchar(20)");
        assertThat(column.notNull()).isTrue();
        assertThat(column.defaultExpression()).isEqualTo("'a'");
        assertThat(column.collation()).isEqualTo("utf8mb4_bin");
        assertThat(column.position()).isEqualTo("b");
    }

    @Test
    void seesSequencesJsonAndGeneratedColumns() {
        assertThat(added("ALTER TABLE t ADD a serial", MYSQL))
                .returns("bigint unsigned", ColumnDefinition::type)
                .returns("identity", ColumnDefinition::generated)
                .returns(true, ColumnDefinition::notNull)
                .returns(true, column -> column.has(ConstraintKind.UNIQUE));
        assertThat(added("ALTER TABLE t ADD a json", MYSQL).type()).isEqualTo("json");
        assertThat(added("ALTER TABLE t ADD a json", MARIADB).type()).isEqualTo("longtext");
        assertThat(added("ALTER TABLE t ADD a int AS (b) PERSISTENT", MARIADB).generated())
                .isEqualTo("stored");
        assertThat(added("ALTER TABLE t ADD a int AS (b)", MYSQL).generated()).isEqualTo("virtual");
        assertThat(added("ALTER TABLE t ADD a int REFERENCES p (id)", MYSQL).constraints())
                .extracting(ConstraintDefinition::references)
                .containsExactly(ObjectName.of(null, "p"));
    }

    private static ColumnDefinition added(String sql, StatementReader reader) {
        return ((TableOperation.AddColumn) reader.read(sql).getFirst()).definition();
    }

    @Test
    void keepsTheCaseOfTablesAndFoldsColumns() {
        assertThat(MYSQL.read("ALTER TABLE `Shop`.`Orders` DROP COLUMN `ID`"))
                .containsExactly(new TableOperation.DropColumn(ObjectName.of("Shop", "Orders"), "id", false, false));
    }

    @Test
    void makesOneDemandOfAlgorithmAndLock() {
        ObjectName table = ObjectName.of(null, "t");
        assertThat(MYSQL.read("ALTER TABLE t ALGORITHM=INPLACE, ADD INDEX (a), LOCK=NONE"))
                .contains(new DemandAlgorithm(table, Algorithm.INPLACE, false, Lock.NONE));
        assertThat(MARIADB.read("ALTER TABLE t DROP INDEX i, ALGORITHM=NOCOPY"))
                .contains(new DemandAlgorithm(table, Algorithm.INPLACE, true, null));
        assertThat(MYSQL.read("DROP INDEX i ON t ALGORITHM=DEFAULT LOCK=EXCLUSIVE"))
                .contains(new DemandAlgorithm(table, null, false, Lock.ONLINE_EXCLUSIVE));
    }

    @Test
    void knowsWhatATableIsMadeOf() {
        // when
        List<Operation> operations =
                MYSQL.read("CREATE TABLE t (id int PRIMARY KEY, a int, KEY i (a), UNIQUE u (a, id),"
                        + " CONSTRAINT f FOREIGN KEY (a) REFERENCES p (id), FULLTEXT (b)) CHARSET latin1");

        // then
        TableOperation.CreateTable table = (TableOperation.CreateTable) operations.getFirst();
        assertThat(table.columns()).extracting(ColumnDefinition::name).containsExactly("id", "a");
        assertThat(table.constraints())
                .extracting(ConstraintDefinition::kind)
                .containsExactly(ConstraintKind.UNIQUE, ConstraintKind.FOREIGN_KEY);
        assertThat(operations)
                .filteredOn(CreateIndex.class::isInstance)
                .extracting(operation -> ((CreateIndex) operation).method())
                .containsExactly("btree", "fulltext");
        assertThat(operations).endsWith(new MysqlOperation.SetCharset(ObjectName.of(null, "t"), "latin1"));
    }

    @Test
    void showsTheScopeOfASetting() {
        assertThat(MYSQL.read("SET GLOBAL a = 1, b = 2, SESSION c = 3, @@persist.d = 4, @@e = 5, @f = 6"))
                .extracting(operation -> ((OtherOperation.SetParameter) operation).name())
                .containsExactly("global a", "global b", "c", "persist d", "e", "@f");
    }

    @Test
    void tellsWhichTablesAJoinChanges() {
        assertThat(MYSQL.read("UPDATE a AS x JOIN b AS y ON x.i = y.i SET y.c = 1 WHERE x.d = 2"))
                .containsExactly(
                        new DataOperation.Update(ObjectName.of(null, "b"), true, List.of(ObjectName.of(null, "a"))));
        assertThat(MYSQL.read("UPDATE a JOIN b ON a.i = b.i SET c = 1"))
                .extracting(Operation::object)
                .containsExactly(ObjectName.of(null, "a"), ObjectName.of(null, "b"));
        assertThat(MYSQL.read("DELETE FROM x USING a AS x JOIN b USING (i) WHERE b.c = 1"))
                .containsExactly(
                        new DataOperation.Delete(ObjectName.of(null, "a"), true, List.of(ObjectName.of(null, "b"))));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM t, false",
        "DELETE FROM t WHERE true, false",
        "DELETE FROM t WHERE 1 = 1, false",
        "DELETE FROM t WHERE 'a' = \"a\", false",
        "DELETE FROM t WHERE @a = 1, false",
        "DELETE FROM t LIMIT 5, false",
        "DELETE FROM t WHERE a = 1, true",
        "DELETE FROM t WHERE EXISTS (SELECT 1 FROM s), true"
    })
    void seesWhetherAWhereChoosesRows(String sql, boolean filtered) {
        assertThat(MYSQL.read(sql))
                .singleElement()
                .isInstanceOfSatisfying(DataOperation.Delete.class, delete -> assertThat(delete.filtered())
                        .isEqualTo(filtered));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO t VALUES (1), (2), (3)|3",
                "INSERT INTO t (a, b) VALUES (1, (2)), (3, 4) ON DUPLICATE KEY UPDATE a = VALUES(a)|2",
                "INSERT INTO t SET a = 1|1",
                "REPLACE t VALUES (1), (2)|2"
            })
    void countsRows(String sql, int rows) {
        assertThat(MYSQL.read(sql)).singleElement().isInstanceOfSatisfying(DataOperation.Insert.class, insert -> {
            assertThat(insert.rows()).isEqualTo(rows);
            assertThat(insert.fromQuery()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL", "MARIADB"})
    void countsManyRowsWithoutAParser(Dialect dialect) {
        // given
        String rows = "(1, 'it\\'s; (a)', \"x\"), ".repeat(20_000);

        // when
        List<Operation> operations =
                reader(dialect).read("INSERT INTO t (a, b, c) VALUES " + rows + "(2, NULL, NOW())");

        // then
        assertThat(operations)
                .containsExactly(new DataOperation.Insert(ObjectName.of(null, "t"), false, 20_001, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-- nothing", "SELECT 'a", ";"})
    void answersAndNeverThrows(String sql) {
        assertThat(MYSQL.read(sql)).singleElement().isInstanceOf(Unreadable.class);
    }

    @Test
    void givesUpOnDeepNestingAndOnHugeStatements() {
        assertThat(MYSQL.read("SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000)))
                .singleElement()
                .isInstanceOf(Unreadable.class);
        assertThat(MYSQL.read("SELECT '" + "x".repeat(600_000) + "'"))
                .singleElement()
                .isInstanceOf(Unreadable.class);
        assertThat(MYSQL.read("INSERT INTO t SELECT 1" + " UNION ALL SELECT 1".repeat(10_000)))
                .singleElement()
                .isInstanceOf(Unreadable.class);
    }
}
