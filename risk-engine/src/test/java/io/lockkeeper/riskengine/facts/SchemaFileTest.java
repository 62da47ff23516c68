package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SchemaFileTest {

    @Test
    void givesConstraintsAndIndexesTheServersNames() throws PlanRefused {
        // when
        TableFacts orders = table("""
                CREATE TABLE people (id serial PRIMARY KEY);
                CREATE TABLE orders (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    code text UNIQUE,
                    owner int REFERENCES people (id),
                    total numeric CHECK (total > 0),
                    a int, b int,
                    UNIQUE (a, b),
                    CHECK (a < b)
                );
                CREATE INDEX ON orders (a, b);
                CREATE INDEX ON orders (lower(code));
                """, "orders");

        // then
        assertThat(orders.constraints())
                .extracting(ConstraintFacts::name)
                .containsExactly(
                        "orders_pkey",
                        "orders_code_key",
                        "orders_owner_fkey",
                        "orders_total_check",
                        "orders_a_b_key",
                        "orders_check");
        assertThat(orders.indexes())
                .extracting(i -> i.name().name())
                .containsExactly(
                        "orders_pkey", "orders_code_key", "orders_a_b_key", "orders_a_b_idx", "orders_lower_idx");
        assertThat(orders.column("id").orElseThrow().notNull()).isTrue();
    }

    @Test
    void truncatesAndNumbersNamesAsTheServerDoes() throws PlanRefused {
        String longName = "t".repeat(63);

        // when
        TableFacts table = table(
                "CREATE TABLE " + longName + " (a int PRIMARY KEY, b int UNIQUE); CREATE INDEX ON " + longName
                        + " (b); CREATE INDEX ON " + longName + " (b);",
                longName);

        // then
        assertThat(table.indexes())
                .extracting(i -> i.name().name())
                .containsExactly(
                        "t".repeat(58) + "_pkey",
                        "t".repeat(57) + "_b_key",
                        "t".repeat(57) + "_b_idx",
                        "t".repeat(56) + "_b_idx1");
    }

    @Test
    void knowsForeignKeysFromBothEnds() throws PlanRefused {
        // given
        SchemaFile schema = read("""
                CREATE TABLE public.people (id int PRIMARY KEY);
                CREATE TABLE public.orders (id int, owner int);
                ALTER TABLE ONLY public.orders ADD CONSTRAINT own FOREIGN KEY (owner) REFERENCES public.people(id);
                """);

        // then
        assertThat(schema.facts().table(name("people")).orElseThrow().referencedBy())
                .containsExactly(new ForeignKeyFacts("own", new ObjectName("public", "orders")));
        assertThat(schema.facts().table(name("orders")).orElseThrow().constraints())
                .singleElement()
                .satisfies(key -> {
                    assertThat(key.kind()).isEqualTo(ConstraintKind.FOREIGN_KEY);
                    assertThat(key.references()).contains(new ObjectName("public", "people"));
                });
    }

    @Test
    void itsTablesAreThereAndOfUnknownSize() throws PlanRefused {
        // when
        TableFacts table = table("CREATE TABLE t (a int);", "t");

        // then
        assertThat(table.createdHere()).isFalse();
        assertThat(table.empty()).isFalse();
        assertThat(table.sizeKnown()).isFalse();
        assertThat(table.columnsKnown()).isTrue();
        assertThat(table.writesPerSecond()).isNegative();
    }

    @Test
    void knowsPartitionsAtAnyDepth() throws PlanRefused {
        // when
        SchemaFile schema = read("""
                CREATE TABLE events (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE events_1 (id int, at date);
                CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                ALTER TABLE ONLY events ATTACH PARTITION events_1 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                """);

        // then
        TableFacts events = schema.facts().table(name("events")).orElseThrow();
        TableFacts second = schema.facts().table(name("events_2")).orElseThrow();
        assertThat(events.kind()).isEqualTo(TableFacts.Kind.PARTITIONED);
        assertThat(events.partitions())
                .containsExactlyInAnyOrder(new ObjectName("public", "events_1"), new ObjectName("public", "events_2"));
        assertThat(second.columns()).hasSize(2);
        assertThat(second.indexes()).extracting(i -> i.name().name()).containsExactly("events_2_pkey");
        assertThat(second.partitionOf()).contains(events.name());
    }

    @Test
    void knowsWhatViewsUseAndWhatTypesAre() throws PlanRefused {
        // when
        TargetFacts facts = read("""
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE DOMAIN plain AS text;
                CREATE DOMAIN strict AS text CHECK (VALUE <> '');
                CREATE TABLE t (a int, b int, c int);
                CREATE VIEW v AS SELECT a, t.b FROM t;
                """).facts();

        // then
        assertThat(facts.other().get(new ObjectName("public", "mood"))).isEqualTo("enum");
        assertThat(facts.other().get(new ObjectName("public", "plain"))).isEqualTo("domain");
        assertThat(facts.other().get(new ObjectName("public", "strict"))).isEqualTo("constrained-domain");
        assertThat(facts.table(name("t")).orElseThrow().dependents())
                .containsExactly(new DependentFacts(new ObjectName("public", "v"), List.of("a", "b")));
    }

    @Test
    void warnsOfEverythingThatItCouldNotRead() throws PlanRefused {
        // when
        SchemaFile schema =
                read("CREATE TABLE t (a int);\nCREATE WHATEVER x;\nCREATE TABLE broken (a int;\nSELECT 1;\n");

        // then
        assertThat(schema.facts().table(name("t"))).isPresent();
        assertThat(schema.warnings()).extracting(SchemaFile.Warning::line).containsExactly(2, 3);
    }

    @Test
    void refusesAFileOfWhichNothingCanBeRead() {
        assertThat(catchThrowableOfType(PlanRefused.class, () -> read("SELECT 'x")))
                .isNotNull();
    }

    @Test
    void readsWhatMysqlWrapsIntoComments() {
        // when
        SchemaText text = SchemaText.of("""
                /*!40101 SET NAMES utf8mb4 */;
                /*M!999999\\- enable the sandbox mode */
                CREATE TABLE t (a int) /*!50100 PARTITION BY HASH (a) */;
                DELIMITER ;;
                /*!50003 CREATE*/ /*!50003 TRIGGER `tr` BEFORE INSERT ON `t` FOR EACH ROW SET NEW.a = 1 */;;
                DELIMITER ;
                DELIMITER ;;
                CREATE PROCEDURE p() BEGIN SELECT 1; END ;;
                DELIMITER ;
                """, Dialect.MYSQL);

        // then
        assertThat(text.sql())
                .contains("SET NAMES utf8mb4")
                .contains("PARTITION BY HASH (a)")
                .doesNotContain("SELECT 1");
        assertThat(text.sql().lines().count()).isGreaterThanOrEqualTo(9);
        assertThat(text.triggers()).containsOnlyKeys("t");
        assertThat(text.warnings()).extracting(SchemaFile.Warning::line).containsExactly(7);
    }

    @Test
    void readsADumpOfMysql() throws PlanRefused {
        // when
        SchemaFile schema = RiskEngine.schema(new SourceFile("schema.sql", """
                        /*!40101 SET NAMES utf8mb4 */;
                        DROP TABLE IF EXISTS `orders`;
                        CREATE TABLE `orders` (
                          `id` bigint NOT NULL AUTO_INCREMENT,
                          `customer_id` bigint DEFAULT NULL,
                          `note` varchar(20) COLLATE utf8mb4_0900_ai_ci DEFAULT NULL,
                          PRIMARY KEY (`id`),
                          UNIQUE KEY `note_u` (`note`),
                          KEY `cust` (`customer_id`),
                          CONSTRAINT `orders_ibfk_1` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
                        LOCK TABLES `orders` WRITE;
                        UNLOCK TABLES;
                        """), Dialect.MYSQL, "8.4");

        // then
        TableFacts orders = schema.facts().table(name("orders")).orElseThrow();
        assertThat(schema.warnings()).isEmpty();
        assertThat(orders.indexes()).extracting(i -> i.name().name()).containsExactly("PRIMARY", "note_u", "cust");
        assertThat(orders.columns()).extracting(ColumnFacts::name).containsExactly("id", "customer_id", "note");
        assertThat(orders.innodb().orElseThrow().engine()).isEqualTo("innodb");
    }

    private static TableFacts table(String ddl, String table) throws PlanRefused {
        return read(ddl).facts().table(name(table)).orElseThrow();
    }

    private static SchemaFile read(String ddl) throws PlanRefused {
        return RiskEngine.schema(new SourceFile("schema.sql", ddl), Dialect.POSTGRESQL, "17");
    }

    private static ObjectName name(String name) {
        return new ObjectName(null, name);
    }
}
