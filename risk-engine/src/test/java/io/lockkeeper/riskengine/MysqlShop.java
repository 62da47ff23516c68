package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.FactsFile;
import io.lockkeeper.riskengine.facts.GivenFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
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

/** The tables of the examples on the cards of MySQL's rules, as a schema and sizes tell them. */
public final class MysqlShop {
    /** What the examples run against; a real server takes it as it is. */
    public static final String SCHEMA = """
            CREATE TABLE customers (id bigint NOT NULL PRIMARY KEY, email varchar(100) NOT NULL);
            CREATE TABLE orders (
              id bigint NOT NULL PRIMARY KEY,
              customer_id bigint NOT NULL,
              seller_id bigint,
              total int NOT NULL,
              note text,
              code varchar(20),
              state enum('new','paid') NOT NULL,
              KEY orders_note_idx (note(40)),
              CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES customers (id)
            ) DEFAULT CHARSET=utf8mb3;
            CREATE TABLE items (id bigint NOT NULL PRIMARY KEY, label varchar(40));
            CREATE TABLE articles (id bigint NOT NULL PRIMARY KEY, title varchar(200), body text, FULLTEXT KEY (body));
            CREATE TABLE events (id bigint NOT NULL, year int NOT NULL, PRIMARY KEY (id, year))
              PARTITION BY RANGE (year) (PARTITION p2025 VALUES LESS THAN (2026), PARTITION p2026 VALUES LESS THAN (2027));
            """;

    private static final String SIZES = """
            {"sqlMode": "STRICT_TRANS_TABLES", "tables": {
              "customers": {"rows": 500000, "bytes": 30000000, "writesPerSecond": 25},
              "orders": {"rows": 2000000, "bytes": 300000000, "writesPerSecond": 25},
              "items": {"rows": 50, "bytes": 16384, "writesPerSecond": 0},
              "articles": {"rows": 2000000, "bytes": 300000000, "writesPerSecond": 2},
              "events": {"rows": 2000000, "bytes": 300000000, "writesPerSecond": 2}}}
            """;

    private static final String VERSION = "8.4";

    private MysqlShop() {}

    public static Report assess(Example example) {
        return assess(example, Dialect.MYSQL, VERSION);
    }

    /** On another server. */
    public static Report assess(Example example, Dialect dialect, String version) {
        return assess(example, dialect, version, Map.of());
    }

    /** On another server with these settings beside those that a facts file tells. */
    public static Report assess(Example example, Dialect dialect, String version, Map<String, String> settings) {
        try {
            Options options = Options.of(example.together() ? "all" : "each", null, null);
            Bundle bundle = Bundle.of(Engine.NATIVE, options, null, List.of(new SourceFile("a.sql", example.sql())));
            Plan plan = Planner.plan(bundle, dialect, Set.of());
            GivenFacts facts = new GivenFacts(
                    dialect,
                    version,
                    Optional.of(RiskEngine.schema(new SourceFile("schema.sql", SCHEMA), dialect, version)),
                    Optional.of(FactsFile.parse(SIZES)));
            return RiskEngine.assess(
                    plan, live(facts.of(RiskEngine.names(plan)), plan, settings), Thresholds.defaults());
        } catch (PlanRefused e) {
            throw new IllegalArgumentException(e.describe(), e);
        }
    }

    /** As a server would tell them, which knows what is not there. */
    private static TargetFacts live(TargetFacts told, Plan plan, Map<String, String> beside) {
        Map<String, String> settings = new HashMap<>(told.settings());
        settings.putAll(beside);
        return new TargetFacts(
                told.dialect(),
                TargetFacts.Source.LIVE,
                told.serverVersion(),
                settings,
                told.searchPath(),
                told.tables(),
                told.indexes(),
                told.other(),
                RiskEngine.names(plan),
                0,
                true,
                0);
    }
}
