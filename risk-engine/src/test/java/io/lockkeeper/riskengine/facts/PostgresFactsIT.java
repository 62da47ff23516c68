package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Shop;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.plan.ChangesetId;
import io.lockkeeper.testbed.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class PostgresFactsIT {
    private static LocalPostgres postgres;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.start();
        execute("""
                CREATE SCHEMA shop;
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, p int REFERENCES parent,
                    a varchar(20) NOT NULL DEFAULT 'x', b numeric(10,2));
                ALTER TABLE t ADD CONSTRAINT b_positive CHECK (b > 0) NOT VALID;
                CREATE INDEX t_lower ON t (lower(a)) WHERE b IS NOT NULL;
                CREATE VIEW v AS SELECT a FROM t;
                CREATE TABLE shop.t (other int);
                CREATE TYPE mood AS ENUM ('ok');
                CREATE DOMAIN plain AS text;
                CREATE DOMAIN strict AS text NOT NULL;
                CREATE TABLE part (year int) PARTITION BY RANGE (year);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (1) TO (2);
                INSERT INTO parent SELECT g FROM generate_series(1, 10) g;
                INSERT INTO t (p, a, b) SELECT 1, 'a' || g, g FROM generate_series(1, 1000) g;
                ANALYZE;
                CREATE ROLE reader LOGIN;
                """);
        for (int i = 0; i < 50; i++) {
            execute("CREATE TABLE many_" + i
                    + " (id bigint PRIMARY KEY, p int REFERENCES parent, a text, b text, c text)");
            execute("CREATE INDEX ON many_" + i + " (a, lower(b))");
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void readsColumnsIndexesConstraintsAndSizes() throws SQLException {
        // when
        TargetFacts facts = read(name("t"));

        // then
        TableFacts table = facts.table(name("t")).orElseThrow();
        assertThat(table.name()).isEqualTo(new ObjectName("public", "t"));
        assertThat(table.rows()).isEqualTo(1000);
        assertThat(table.bytes()).isGreaterThan(8192);
        assertThat(table.column("a"))
                .contains(new ColumnFacts("a", "character varying(20)", true, "'x'::character varying", "", 0));
        assertThat(table.column("id").orElseThrow().generated()).isEqualTo("identity");
        IndexFacts lower = table.indexes().stream()
                .filter(i -> i.name().name().equals("t_lower"))
                .findFirst()
                .orElseThrow();
        assertThat(lower.computed()).isTrue();
        assertThat(lower.columns()).containsExactly("a", "b");
        assertThat(table.constraint("b_positive").orElseThrow().validated()).isFalse();
        assertThat(table.constraints())
                .filteredOn(c -> c.kind() == ConstraintKind.FOREIGN_KEY)
                .singleElement()
                .satisfies(c -> assertThat(c.references()).contains(new ObjectName("public", "parent")));
        assertThat(table.dependentsOn("a"))
                .extracting(DependentFacts::name)
                .containsExactly(new ObjectName("public", "v"));
        assertThat(facts.major()).isEqualTo(17);
        assertThat(facts.table(name("parent")).orElseThrow().referencedBy()).isNotEmpty();
    }

    @Test
    void findsUnqualifiedNamesInTheSearchPathOnly() throws SQLException {
        // when
        TargetFacts facts =
                read(name("t"), name("t_lower"), name("nowhere"), name("mood"), name("strict"), name("plain"));

        // then
        assertThat(facts.qualified(name("t"))).isEqualTo(new ObjectName("public", "t"));
        assertThat(facts.tables()).doesNotContainKey(new ObjectName("shop", "t"));
        assertThat(facts.tableOfIndex(name("t_lower"))).isPresent();
        assertThat(facts.absent(name("nowhere"))).isTrue();
        assertThat(facts.absent(name("t"))).isFalse();
        assertThat(facts.other())
                .containsEntry(new ObjectName("public", "mood"), "enum")
                .containsEntry(new ObjectName("public", "strict"), "constrained-domain")
                .containsEntry(new ObjectName("public", "plain"), "domain");
    }

    @Test
    void knowsPartitions() throws SQLException {
        // when
        TargetFacts facts = read(name("part"), name("part_1"));

        // then
        assertThat(facts.table(name("part")).orElseThrow().kind()).isEqualTo(TableFacts.Kind.PARTITIONED);
        assertThat(facts.table(name("part")).orElseThrow().partitions())
                .containsExactly(new ObjectName("public", "part_1"));
        assertThat(facts.table(name("part_1")).orElseThrow().partitionOf()).contains(new ObjectName("public", "part"));
    }

    @Test
    void knowsWhichTablesMustBeVacuumedAgainstWraparound() throws SQLException {
        // given
        execute("""
                CREATE TABLE aged (id int) WITH (autovacuum_enabled = false, autovacuum_freeze_max_age = 100000);
                CREATE TABLE young (id int);
                """);
        execute("DO $$ BEGIN FOR i IN 1..100001 LOOP PERFORM txid_current(); COMMIT; END LOOP; END $$");

        // when
        TargetFacts facts = read(name("aged"), name("young"));

        // then
        assertThat(wraparound("ALTER TABLE aged ADD COLUMN a int", facts)).isTrue();
        assertThat(wraparound("CREATE INDEX CONCURRENTLY i ON aged (id)", facts))
                .isTrue();
        assertThat(wraparound("UPDATE aged SET id = 1 WHERE id = 2", facts)).isFalse();
        assertThat(wraparound("ALTER TABLE young ADD COLUMN a int", facts)).isFalse();
    }

    private static boolean wraparound(String sql, TargetFacts facts) {
        return RiskEngine.assess(Shop.plan(sql, "each"), facts, Thresholds.defaults()).statements().stream()
                .flatMap(statement -> statement.findings().stream())
                .anyMatch(finding -> finding.rule().equals("wraparound-vacuum-ahead"));
    }

    @Test
    void knowsWhatNamesAColumnAndWhoPublishesTheTable() throws SQLException {
        // given
        execute("""
                CREATE TABLE named (id int PRIMARY KEY, a int, b int, c int, d int, free int);
                CREATE POLICY named_p ON named USING (a > 0);
                CREATE FUNCTION named_f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER named_t BEFORE UPDATE OF b ON named FOR EACH ROW EXECUTE FUNCTION named_f();
                CREATE RULE named_r AS ON DELETE TO named WHERE old.c = 1 DO INSTEAD NOTHING;
                CREATE FUNCTION named_q() RETURNS int LANGUAGE sql RETURN (SELECT max(d) FROM named);
                CREATE PUBLICATION named_all FOR ALL TABLES;
                CREATE PUBLICATION named_one FOR TABLE named (id, free);
                """);

        // when
        PostgresStorage kept = read(name("named"))
                .table(name("named"))
                .flatMap(TableFacts::storage)
                .orElseThrow();
        execute("DROP PUBLICATION named_all, named_one");

        // then
        assertThat(kept.publications()).containsExactlyInAnyOrder("named_all", "named_one");
        assertThat(kept.uses())
                .containsExactlyInAnyOrder(
                        new ColumnUse("policy", "named_p", Set.of("a")),
                        new ColumnUse("trigger", "named_t", Set.of("b")),
                        new ColumnUse("rule", "named_r", Set.of("c")),
                        new ColumnUse("function", "named_q", Set.of("d")),
                        new ColumnUse("publication", "named_one", Set.of("id", "free")));
    }

    @Test
    void knowsWhatDomainsViewsStatisticsTypesAndSchemasAreMadeOf() throws SQLException {
        // given
        execute("""
                CREATE SCHEMA hollow;
                CREATE SCHEMA filled;
                CREATE TABLE filled.inside (id int);
                CREATE DOMAIN sized AS varchar(20);
                CREATE DOMAIN above AS sized CHECK (VALUE <> '');
                CREATE DOMAIN collated AS text COLLATE "C";
                CREATE TYPE spot AS (x int);
                CREATE TABLE spots OF spot;
                CREATE TABLE over (a above, b collated, c int);
                CREATE STATISTICS over_st ON a, c FROM over;
                CREATE VIEW over_v AS SELECT a, c AS d FROM over;
                """);

        // when
        TargetFacts facts = read(
                name("over"),
                name("over_v"),
                name("over_st"),
                name("spot"),
                name("hollow"),
                name("filled"),
                new ObjectName("filled", TargetFacts.EVERYTHING));

        // then
        Definitions known = facts.definitions();
        assertThat(known.domains())
                .containsEntry(new ObjectName("public", "above"), "public.sized")
                .containsEntry(new ObjectName("public", "sized"), "character varying(20)")
                .containsEntry(new ObjectName("public", "collated"), "text COLLATE");
        assertThat(facts.other())
                .containsEntry(new ObjectName("public", "above"), "constrained-domain")
                .containsEntry(new ObjectName("public", "sized"), "domain");
        assertThat(known.views().get(new ObjectName("public", "over_v")))
                .extracting(ColumnFacts::name, ColumnFacts::type)
                .containsExactly(tuple("a", "public.above"), tuple("d", "integer"));
        assertThat(known.statistics())
                .containsEntry(new ObjectName("public", "over_st"), new ObjectName("public", "over"));
        assertThat(facts.table(name("spots")))
                .isPresent()
                .get()
                .matches(t -> t.ofType(new ObjectName("public", "spot")));
        assertThat(facts.emptySchema("hollow")).contains(true);
        assertThat(facts.emptySchema("filled")).contains(false);
        assertThat(facts.emptySchema("nowhere")).isEmpty();
        assertThat(facts.table(new ObjectName("filled", "inside"))).isPresent();
    }

    @Test
    void worksForAnAccountWithoutAnyPrivilege() throws SQLException {
        // given
        try (Connection connection =
                DriverManager.getConnection(postgres.server().url("postgres"), "reader", "")) {
            // when
            TargetFacts facts = PostgresFacts.read(connection, Set.of(name("t")));

            // then
            assertThat(facts.table(name("t")).orElseThrow().rows()).isEqualTo(1000);
            assertThat(facts.activityVisible()).isFalse();
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    @Test
    void readsFiftyTablesInLessThan300Milliseconds() throws SQLException {
        // given
        List<ObjectName> names = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            names.add(name("many_" + i));
        }
        try (Connection connection = connect()) {
            PostgresFacts.read(connection, names);
            Duration best = Duration.ofDays(1);

            // when
            for (int i = 0; i < 5; i++) {
                Instant began = Instant.now();
                PostgresFacts.read(connection, names);
                Duration took = Duration.between(began, Instant.now());
                best = took.compareTo(best) < 0 ? took : best;
            }

            // then
            System.out.println("facts of 50 tables: " + best.toMillis() + " ms");
            assertThat(best).isLessThan(Duration.ofMillis(300));
        }
    }

    @Test
    void givesUpOnALockedTableInsteadOfWaiting() throws SQLException {
        // given
        try (Connection holder = connect();
                Statement statement = holder.createStatement();
                Connection connection = connect()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE parent");

            // when, then
            assertThatThrownBy(() -> PostgresFacts.read(connection, Set.of(name("parent"))))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("lock timeout");
        }
    }

    @Test
    void fingerprintsTheShapeAndNotTheContent() throws SQLException {
        // given
        execute("CREATE TABLE shape (id int, a text)");
        String before = SchemaFingerprint.of(read(name("shape")));

        // when
        execute("INSERT INTO shape SELECT g, 'x' FROM generate_series(1, 5000) g", "ANALYZE shape");
        String filled = SchemaFingerprint.of(read(name("shape")));
        execute("ALTER TABLE shape ALTER COLUMN a SET DEFAULT 'y'");
        String changed = SchemaFingerprint.of(read(name("shape")));

        // then
        assertThat(filled).isEqualTo(before).startsWith("sha256:");
        assertThat(changed).isNotEqualTo(before);
    }

    @Test
    void readsWhichChangesetsRan() throws SQLException {
        // given
        try (Connection connection = connect()) {
            assertThat(RanChangesets.read(connection)).isEmpty();
            execute(
                    "CREATE TABLE databasechangelog (id text, author text, filename text, exectype text)",
                    "INSERT INTO databasechangelog VALUES ('1', 'ann', 'a.xml', 'EXECUTED'), ('2', 'ann', 'a.xml', 'FAILED')");

            // when
            Set<ChangesetId> ran = RanChangesets.read(connection);

            // then
            assertThat(ran).containsExactly(new ChangesetId("1", "ann", "a.xml"));
        }
    }

    private static TargetFacts read(ObjectName... names) throws SQLException {
        try (Connection connection = connect()) {
            return PostgresFacts.read(connection, List.of(names));
        }
    }

    private static ObjectName name(String name) {
        return new ObjectName(null, name);
    }

    private static Connection connect() throws SQLException {
        return postgres.server().connect("postgres");
    }

    private static void execute(String... statements) {
        postgres.server().execute("postgres", statements);
    }
}
