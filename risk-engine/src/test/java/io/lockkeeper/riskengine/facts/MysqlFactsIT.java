package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.RealMysqls;
import io.lockkeeper.riskengine.RealMysqls.Named;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MysqlFactsIT {
    private static final String DATABASE = "facts";

    static Stream<Named> servers() {
        return RealMysqls.all().stream();
    }

    @BeforeAll
    static void fill() throws SQLException {
        for (Named server : RealMysqls.all()) {
            server.server().execute("CREATE DATABASE facts", "CREATE DATABASE elsewhere");
            run(server, """
                    CREATE TABLE parent (id int PRIMARY KEY, code varchar(10) CHARACTER SET latin1);
                    CREATE TABLE T (
                        id bigint unsigned AUTO_INCREMENT PRIMARY KEY, p int, Mixed varchar(20) NOT NULL DEFAULT 'x',
                        n decimal(10,2) DEFAULT 1.5, e enum('A','b') DEFAULT 'A', flag tinyint(1), doc text, q int,
                        kept int AS (q + 1) STORED, shown int AS (q + 2) VIRTUAL,
                        at timestamp NULL DEFAULT current_timestamp ON UPDATE current_timestamp,
                        token varchar(36) DEFAULT (uuid()), none varchar(5),
                        CONSTRAINT T_parent FOREIGN KEY (p) REFERENCES parent (id) ON DELETE CASCADE,
                        CONSTRAINT n_positive CHECK (n > 0), UNIQUE KEY T_mixed (Mixed), KEY beginning (doc(10)),
                        FULLTEXT KEY words (doc)) ROW_FORMAT = COMPACT COLLATE utf8mb4_unicode_ci;
                    CREATE TABLE elsewhere.child (id int PRIMARY KEY, p int,
                        CONSTRAINT far FOREIGN KEY (p) REFERENCES facts.parent (id));
                    CREATE TABLE `odd-name` (id int PRIMARY KEY, p int,
                        CONSTRAINT odd FOREIGN KEY (p) REFERENCES parent (id));
                    CREATE VIEW v AS SELECT id FROM T;
                    CREATE TABLE part (id int, d int, PRIMARY KEY (id, d)) PARTITION BY RANGE (d)
                        (PARTITION p1 VALUES LESS THAN (10), PARTITION p2 VALUES LESS THAN MAXVALUE);
                    CREATE TABLE archive (id int) ENGINE = MyISAM;
                    CREATE TRIGGER before_t BEFORE INSERT ON T FOR EACH ROW SET NEW.q = 1;
                    CREATE USER reader@'127.0.0.1' IDENTIFIED BY 'secret';
                    GRANT SELECT ON facts.* TO reader@'127.0.0.1';
                    INSERT INTO parent VALUES (1, 'a'), (2, 'b')""".split(";\n"));
            for (int i = 0; i < 50; i++) {
                run(
                        server,
                        "CREATE TABLE many_" + i + " (id int PRIMARY KEY, p int, a int, b int, c int, KEY ab (a, b),"
                                + " CONSTRAINT many_" + i + "_fk FOREIGN KEY (p) REFERENCES parent (id))");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsColumnsInOneSpelling(Named server) throws SQLException {
        // when
        TableFacts table = read(server, "T").table(name("T")).orElseThrow();

        // then
        assertThat(table.name()).isEqualTo(new ObjectName(DATABASE, "T"));
        assertThat(table.columns())
                .extracting(ColumnFacts::name, ColumnFacts::type, ColumnFacts::notNull, ColumnFacts::generated)
                .startsWith(
                        tuple("id", "bigint unsigned", true, "identity"),
                        tuple("p", "int", false, ""),
                        tuple("mixed", "varchar(20)", true, ""),
                        tuple("n", "decimal(10,2)", false, ""),
                        tuple("e", "enum('A','b')", false, ""),
                        tuple("flag", "tinyint(1)", false, ""),
                        tuple("doc", "text", false, ""),
                        tuple("q", "int", false, ""),
                        tuple("kept", "int", false, "stored"),
                        tuple("shown", "int", false, "virtual"));
        assertThat(table.column("mixed").orElseThrow().collation()).isEqualTo("utf8mb4_unicode_ci");
        assertThat(value(table, "mixed")).isEqualTo("'x'");
        assertThat(value(table, "n")).isEqualTo("1.50");
        assertThat(value(table, "none")).isNull();
        assertThat(value(table, "kept")).contains("`q` + 1");
        assertThat(value(table, "token")).isEqualTo("uuid()");
        assertThat(value(table, "at")).containsIgnoringCase("current_timestamp").doesNotContain("on update");
        assertThat(table.column("at").orElseThrow().updates()).isTrue();
        assertThat(table.column("n").orElseThrow().updates()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsIndexesConstraintsAndStorage(Named server) throws SQLException {
        // when
        TargetFacts facts = read(server, "T", "parent", "part", "archive", "v", "nowhere", "elsewhere.child");

        // then
        TableFacts table = facts.table(name("T")).orElseThrow();
        assertThat(table.indexes())
                .extracting(i -> i.name().name(), IndexFacts::method, IndexFacts::unique, IndexFacts::columns)
                .containsExactlyInAnyOrder(
                        tuple("PRIMARY", "btree", true, List.of("id")),
                        tuple("t_mixed", "btree", true, List.of("mixed")),
                        tuple("t_parent", "btree", false, List.of("p")),
                        tuple("beginning", "btree", false, List.of("doc")),
                        tuple("words", "fulltext", false, List.of("doc")));
        assertThat(table.constraint("t_parent").orElseThrow()).satisfies(key -> {
            assertThat(key.kind()).isEqualTo(ConstraintKind.FOREIGN_KEY);
            assertThat(key.references()).contains(new ObjectName(DATABASE, "parent"));
            assertThat(key.definition()).contains("ON DELETE CASCADE");
        });
        assertThat(table.constraint("n_positive").orElseThrow().columns()).containsExactly("n");
        assertThat(table.constraint("PRIMARY").orElseThrow().kind()).isEqualTo(ConstraintKind.PRIMARY_KEY);
        assertThat(table.triggers()).singleElement().asString().contains("BEFORE INSERT");
        assertThat(table.innodb().orElseThrow())
                .extracting(InnodbFacts::engine, InnodbFacts::rowFormat, InnodbFacts::collation)
                .containsExactly("innodb", "compact", "utf8mb4_unicode_ci");
        assertThat(facts.table(name("part")).orElseThrow().kind()).isEqualTo(TableFacts.Kind.PARTITIONED);
        assertThat(facts.table(name("archive"))
                        .orElseThrow()
                        .innodb()
                        .orElseThrow()
                        .engine())
                .isEqualTo("myisam");
        assertThat(facts.table(name("parent")).orElseThrow().referencedBy())
                .contains(
                        new ForeignKeyFacts("t_parent", new ObjectName(DATABASE, "T")),
                        new ForeignKeyFacts("odd", new ObjectName(DATABASE, "odd-name")),
                        new ForeignKeyFacts("far", new ObjectName("elsewhere", "child")));
        assertThat(facts.tables()).containsKey(new ObjectName(DATABASE, "odd-name"));
        assertThat(facts.other()).containsEntry(new ObjectName(DATABASE, "v"), "view");
        assertThat(facts.absent(name("nowhere"))).isTrue();
        assertThat(facts.absent(name("T"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsTheServerAndLeavesTheSessionAsItWas(Named server) throws SQLException {
        // given
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION lock_wait_timeout = 77, foreign_key_checks = 0, time_zone = '+02:00'");

            // when
            TargetFacts facts = MysqlFacts.read(connection, List.of(name("parent")));

            // then
            assertThat(facts.dialect()).isEqualTo(server.mariadb() ? Dialect.MARIADB : Dialect.MYSQL);
            assertThat(server.name()).endsWith(" " + facts.serverVersion());
            assertThat(facts.searchPath()).containsExactly(DATABASE);
            assertThat(facts.settings())
                    .containsEntry("lock_wait_timeout", "77")
                    .containsEntry("foreign_key_checks", "0")
                    .containsEntry("TimeZone", "+02:00")
                    .hasEntrySatisfying("sql_mode", mode -> assertThat(mode).contains("STRICT"));
            assertThat(facts.activityVisible()).isTrue();
            assertThat(one(statement, "SELECT @@lock_wait_timeout")).isEqualTo("77");
            statement.execute("CREATE TEMPORARY TABLE writable (id int)");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void knowsHowLongOthersHoldATransactionOpen(Named server) throws Exception {
        // given
        try (Connection holder = connect(server);
                Connection connection = connect(server);
                Statement session = connection.createStatement();
                Statement statement = holder.createStatement()) {
            session.execute("SET time_zone = '+05:00'");
            holder.setAutoCommit(false);
            statement.execute("UPDATE parent SET code = 'z' WHERE id = 1");

            // when
            one(statement, "SELECT sleep(1.1)");
            double age = MysqlFacts.read(connection, List.of(name("parent"))).oldestTransactionSeconds();

            // then
            assertThat(age).isBetween(0.1, 60.0);
            holder.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void worksForAnAccountThatMayOnlySelect(Named server) throws SQLException {
        // given
        String url = server.server().url(DATABASE);
        try (Connection connection = DriverManager.getConnection(url, "reader", "secret")) {
            // when
            TargetFacts facts = MysqlFacts.read(connection, List.of(name("T"), name("parent")));

            // then
            TableFacts table = facts.table(name("T")).orElseThrow();
            assertThat(table.columns()).hasSize(13);
            assertThat(table.indexes()).hasSize(5);
            assertThat(table.constraint("t_parent")).isPresent();
            assertThat(table.constraint("n_positive")).isPresent();
            assertThat(facts.table(name("parent")).orElseThrow().referencedBy())
                    .contains(new ForeignKeyFacts("odd", new ObjectName(DATABASE, "odd-name")));
            assertThat(facts.activityVisible()).isFalse();
            assertThat(table.writesPerSecond()).isEqualTo(-1);
            assertThat(table.innodb().orElseThrow().rowVersions()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void countsRowsAndInstantChanges(Named server) throws SQLException {
        // given
        run(
                server,
                "CREATE TABLE counted (id int AUTO_INCREMENT PRIMARY KEY, a int)",
                "INSERT INTO counted (a) VALUES (1), (2), (3), (4)",
                "ALTER TABLE counted ADD COLUMN b int, ALGORITHM=INSTANT",
                "ALTER TABLE counted ADD COLUMN c int, ALGORITHM=INSTANT",
                "ANALYZE TABLE counted");

        // when
        TableFacts table = read(server, "counted").table(name("counted")).orElseThrow();

        // then
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.bytes()).isPositive();
        assertThat(table.innodb().orElseThrow().rowVersions()).isEqualTo(server.mariadb() ? -1 : 2);
        if (!server.mariadb()) {
            assertThat(table.writesPerSecond()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readsFiftyTablesInLessThan300Milliseconds(Named server) throws SQLException {
        // given
        List<ObjectName> names = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            names.add(name("many_" + i));
        }
        try (Connection connection = connect(server)) {
            MysqlFacts.read(connection, names);
            Duration best = Duration.ofDays(1);

            // when
            for (int i = 0; i < 5; i++) {
                Instant began = Instant.now();
                MysqlFacts.read(connection, names);
                Duration took = Duration.between(began, Instant.now());
                best = took.compareTo(best) < 0 ? took : best;
            }

            // then
            System.out.println("facts of 50 tables on " + server + ": " + best.toMillis() + " ms");
            assertThat(best).isLessThan(Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void fingerprintsTheShapeAndNotTheContent(Named server) throws SQLException {
        // given
        run(server, "CREATE TABLE shape (id int PRIMARY KEY, a varchar(10))");
        String before = SchemaFingerprint.of(read(server, "shape"));

        // when
        run(server, "INSERT INTO shape VALUES (1, 'x'), (2, 'y')", "ANALYZE TABLE shape");
        String filled = SchemaFingerprint.of(read(server, "shape"));
        run(server, "ALTER TABLE shape MODIFY a varchar(10) COLLATE utf8mb4_bin");
        String recollated = SchemaFingerprint.of(read(server, "shape"));
        run(server, "ALTER TABLE shape ROW_FORMAT = REDUNDANT");
        String reformatted = SchemaFingerprint.of(read(server, "shape"));

        // then
        assertThat(filled).isEqualTo(before).startsWith("sha256:");
        assertThat(recollated).isNotEqualTo(before);
        assertThat(reformatted).isNotEqualTo(recollated);
    }

    private static @Nullable String value(TableFacts table, String column) {
        return table.column(column).orElseThrow().defaultExpression();
    }

    private static TargetFacts read(Named server, String... names) throws SQLException {
        try (Connection connection = connect(server)) {
            return MysqlFacts.read(
                    connection, Stream.of(names).map(MysqlFactsIT::name).toList());
        }
    }

    private static ObjectName name(String name) {
        return ObjectName.parse(name);
    }

    private static Connection connect(Named server) throws SQLException {
        return server.server().connect(DATABASE);
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(Named server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
