package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.ColumnFacts;
import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.DependentFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.PostgresStorage;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables over which rules' examples are written: as DDL for a real server, and as facts of a busy production one. */
public final class Shop {
    public static final String DDL = """
            CREATE DOMAIN email_address AS text CHECK (VALUE LIKE '%@%');
            CREATE TYPE order_state AS ENUM ('new', 'paid');
            CREATE TABLE customers (id bigint PRIMARY KEY, email text);
            CREATE TABLE orders (
                id bigint PRIMARY KEY,
                customer_id bigint NOT NULL CONSTRAINT orders_customer_fk REFERENCES customers,
                payer_id bigint,
                note text,
                total integer CONSTRAINT orders_total_known CHECK (total IS NOT NULL),
                code varchar(20),
                price numeric(10,2),
                created_at timestamp);
            CREATE INDEX orders_note_idx ON orders (note);
            CREATE INDEX orders_note_lower_idx ON orders (lower(note));
            CREATE INDEX orders_broken_idx ON orders (payer_id);
            CREATE UNIQUE INDEX orders_id_key ON orders (id);
            CREATE TABLE items (id bigint NOT NULL, label text, state order_state);
            CREATE UNIQUE INDEX items_label_key ON items (label);
            CREATE VIEW item_labels AS SELECT label FROM items;
            CREATE VIEW order_view AS SELECT 1 AS id;
            CREATE MATERIALIZED VIEW order_totals AS SELECT g AS id FROM generate_series(1, 10) g;
            CREATE UNIQUE INDEX order_totals_key ON order_totals (id);
            CREATE TABLE events (year integer) PARTITION BY RANGE (year);
            CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM (2026) TO (2027);
            """;

    private Shop() {}

    /** Two million orders in 300 MB, under writes; everything else is small. */
    public static TargetFacts facts() {
        return facts(2_000_000, 300_000_000, 25);
    }

    public static TargetFacts facts(long rows, long bytes, double writesPerSecond) {
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        put(tables, orders(rows, bytes, writesPerSecond));
        put(tables, customers(rows / 4, bytes / 10, writesPerSecond));
        put(
                tables,
                table(
                                "items",
                                50,
                                8192,
                                0.01,
                                List.of(
                                        column("id", "bigint", true),
                                        column("label", "text", false),
                                        column("state", "public.order_state", false)))
                        .build(
                                List.of(index("items_label_key", false, List.of("label"))),
                                List.of(),
                                List.of(),
                                List.of(new DependentFacts(name("item_labels"), List.of("label")))));
        put(tables, view("order_totals"));
        put(tables, partition("events", TableFacts.Kind.PARTITIONED, List.of(name("events_2026")), null));
        put(tables, partition("events_2026", TableFacts.Kind.PLAIN, List.of(), name("events")));
        Map<ObjectName, ObjectName> indexes = new HashMap<>();
        tables.values().forEach(t -> t.indexes().forEach(i -> indexes.put(i.name(), t.name())));
        return new TargetFacts(
                Dialect.POSTGRESQL,
                TargetFacts.Source.LIVE,
                "17.11",
                Map.of("TimeZone", "Europe/Paris"),
                List.of("public"),
                tables,
                indexes,
                Map.of(
                        name("email_address"), "constrained-domain",
                        name("order_state"), "enum",
                        name("item_labels"), "view",
                        name("order_view"), "view"),
                Set.of(),
                0,
                true,
                0);
    }

    /** A busy table of which nothing but its size was told. */
    static TargetFacts sizesOnly() {
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        put(
                tables,
                table("orders", 2_000_000, 300_000_000, 25, List.of())
                        .build(List.of(), List.of(), List.of(), List.of()));
        TargetFacts all = facts();
        return new TargetFacts(
                all.dialect(),
                all.source(),
                all.serverVersion(),
                all.settings(),
                all.searchPath(),
                tables,
                Map.of(),
                all.other(),
                Set.of(),
                0,
                true,
                0);
    }

    /** The facts as if the plan's names had been asked for. */
    public static TargetFacts asked(TargetFacts facts, Plan plan) {
        TargetFacts asked = new TargetFacts(
                Dialect.POSTGRESQL,
                facts.source(),
                facts.serverVersion(),
                facts.settings(),
                facts.searchPath(),
                facts.tables(),
                facts.indexes(),
                facts.other(),
                RiskEngine.names(plan),
                facts.oldestTransactionSeconds(),
                facts.activityVisible(),
                facts.replicas());
        return asked.withFreeBytes(facts.freeBytes())
                .withCalibration(facts.calibration())
                .with(facts.definitions());
    }

    public static Plan plan(Example example) {
        return plan(example.sql(), example.together() ? "all" : "each");
    }

    public static Plan plan(String sql, String transaction) {
        try {
            Options options = Options.of(transaction, null, null);
            Bundle bundle = Bundle.of(Engine.NATIVE, options, null, List.of(new SourceFile("a.sql", sql)));
            return Planner.plan(bundle, Dialect.POSTGRESQL, Set.of());
        } catch (PlanRefused e) {
            throw new IllegalArgumentException(e.describe(), e);
        }
    }

    public static Report assess(Example example) {
        Plan plan = plan(example);
        return RiskEngine.assess(plan, asked(facts(), plan), Thresholds.defaults());
    }

    public static Report assess(String sql) {
        return assess(Example.of(sql));
    }

    public static ObjectName name(String name) {
        return new ObjectName("public", name);
    }

    private static void put(Map<ObjectName, TableFacts> tables, TableFacts table) {
        tables.put(table.name(), table);
    }

    private static TableFacts orders(long rows, long bytes, double writes) {
        return table(
                        "orders",
                        rows,
                        bytes,
                        writes,
                        List.of(
                                column("id", "bigint", true),
                                column("customer_id", "bigint", true),
                                column("payer_id", "bigint", false),
                                column("note", "text", false),
                                column("total", "integer", false),
                                column("code", "character varying(20)", false),
                                column("price", "numeric(10,2)", false),
                                column("created_at", "timestamp without time zone", false)))
                .build(
                        List.of(
                                index("orders_pkey", true, List.of("id")),
                                index("orders_id_key", false, List.of("id")),
                                index("orders_note_idx", false, List.of("note")),
                                computed("orders_note_lower_idx", List.of("note")),
                                broken("orders_broken_idx", List.of("payer_id"))),
                        List.of(
                                new ConstraintFacts(
                                        "orders_customer_fk",
                                        ConstraintKind.FOREIGN_KEY,
                                        true,
                                        List.of("customer_id"),
                                        Optional.of(name("customers")),
                                        "FOREIGN KEY (customer_id) REFERENCES public.customers(id)"),
                                new ConstraintFacts(
                                        "orders_total_known",
                                        ConstraintKind.CHECK,
                                        true,
                                        List.of("total"),
                                        Optional.empty(),
                                        "CHECK ((total IS NOT NULL))")),
                        List.of(),
                        List.of());
    }

    private static TableFacts customers(long rows, long bytes, double writes) {
        return table(
                        "customers",
                        rows,
                        bytes,
                        writes,
                        List.of(column("id", "bigint", true), column("email", "text", false)))
                .build(
                        List.of(index("customers_pkey", true, List.of("id"))),
                        List.of(),
                        List.of(new ForeignKeyFacts("orders_customer_fk", name("orders"))),
                        List.of());
    }

    private static TableFacts view(String name) {
        return new TableFacts(
                name(name),
                TableFacts.Kind.MATERIALIZED_VIEW,
                50_000_000,
                2_000_000,
                1,
                0,
                List.of(),
                List.of(index("order_totals_key", false, List.of("id"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static TableFacts partition(
            String name, TableFacts.Kind kind, List<ObjectName> below, @Nullable ObjectName of) {
        return new TableFacts(
                name(name),
                kind,
                8192,
                10,
                0,
                0,
                List.of(column("year", "integer", false)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                below,
                Optional.ofNullable(of),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private record Draft(String name, long rows, long bytes, double writes, List<ColumnFacts> columns) {
        private TableFacts build(
                List<IndexFacts> indexes,
                List<ConstraintFacts> constraints,
                List<ForeignKeyFacts> referencedBy,
                List<DependentFacts> dependents) {
            return new TableFacts(
                    Shop.name(name),
                    TableFacts.Kind.PLAIN,
                    bytes,
                    rows,
                    writes,
                    writes,
                    columns,
                    indexes,
                    constraints,
                    referencedBy,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    dependents,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.of(PostgresStorage.DEFAULTS));
        }
    }

    private static Draft table(String name, long rows, long bytes, double writes, List<ColumnFacts> columns) {
        return new Draft(name, rows, bytes, writes, columns);
    }

    private static ColumnFacts column(String name, String type, boolean notNull) {
        return new ColumnFacts(name, type, notNull, null, "", -1);
    }

    private static IndexFacts index(String name, boolean primary, List<String> columns) {
        return new IndexFacts(name(name), 40_000_000, true, primary, true, columns, false, primary, "btree", name);
    }

    private static IndexFacts computed(String name, List<String> columns) {
        return new IndexFacts(name(name), 40_000_000, false, false, true, columns, true, false, "btree", name);
    }

    private static IndexFacts broken(String name, List<String> columns) {
        return new IndexFacts(name(name), 0, false, false, false, columns, false, false, "btree", name);
    }
}
