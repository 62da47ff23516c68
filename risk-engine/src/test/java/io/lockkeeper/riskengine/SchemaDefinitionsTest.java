package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.GivenFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a schema file tells of domains, policies, triggers, publications, views and types counts like a live target's. */
class SchemaDefinitionsTest {
    private static final String SCHEMA = """
            CREATE SCHEMA hollow;
            CREATE SCHEMA filled;
            CREATE TABLE filled.parts (id bigint);
            CREATE DOMAIN plain_text AS text;
            CREATE DOMAIN plainer_text AS public.plain_text;
            CREATE DOMAIN short_text AS character varying(20);
            CREATE DOMAIN strict_text AS plain_text CONSTRAINT c CHECK (VALUE <> '');
            CREATE DOMAIN other_text AS text COLLATE "C";
            CREATE TYPE state AS ENUM ('new');
            CREATE TYPE spot AS (x integer);
            CREATE TABLE spots OF spot;
            CREATE TABLE t (id bigint PRIMARY KEY, a text, b public.plain_text, c varchar(20), s state,
                shown integer, watched integer, fired integer, ruled integer, free integer);
            CREATE POLICY p ON t USING (shown > 0);
            CREATE TRIGGER w BEFORE UPDATE ON t FOR EACH ROW WHEN (old.watched <> new.watched) EXECUTE FUNCTION f();
            CREATE TRIGGER o BEFORE UPDATE OF fired ON t FOR EACH ROW EXECUTE FUNCTION f();
            CREATE RULE r AS ON DELETE TO t WHERE old.ruled = 1 DO INSTEAD NOTHING;
            CREATE VIEW v AS SELECT id, a FROM t;
            CREATE TABLE told (id bigint PRIMARY KEY);
            CREATE PUBLICATION pub FOR TABLE told;
            CREATE TABLE parted (id integer) PARTITION BY RANGE (id);
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ALTER COLUMN a TYPE plain_text         | alter-column-type-rewrite | false",
                "ALTER TABLE t ALTER COLUMN a TYPE plainer_text       | alter-column-type-rewrite | false",
                "ALTER TABLE t ALTER COLUMN b TYPE text               | alter-column-type-rewrite | false",
                "ALTER TABLE t ALTER COLUMN b TYPE plainer_text       | alter-column-type-rewrite | false",
                "ALTER TABLE t ALTER COLUMN c TYPE short_text         | alter-column-type-rewrite | false",
                "ALTER TABLE t ALTER COLUMN a TYPE short_text         | alter-column-type-rewrite | true",
                "ALTER TABLE t ALTER COLUMN a TYPE strict_text        | alter-column-type-rewrite | true",
                "ALTER TABLE t ALTER COLUMN a TYPE other_text         | alter-column-type-rewrite | true",
                "ALTER TABLE t ALTER COLUMN a TYPE unknown_text       | alter-column-type-rewrite | true",
                "CREATE DOMAIN d AS text; ALTER TABLE t ALTER COLUMN a TYPE d | alter-column-type-rewrite | false",
                "CREATE DOMAIN d AS text NOT NULL; ALTER TABLE t ALTER COLUMN a TYPE d | alter-column-type-rewrite | true",
                "ALTER TABLE t ADD COLUMN z plainer_text              | add-column-domain         | false",
                "ALTER TABLE t ADD COLUMN z strict_text               | add-column-domain         | true",
                "ALTER TABLE told ADD COLUMN z integer                | published-table-changed   | true",
                "ALTER TABLE t ADD COLUMN z integer                   | published-table-changed   | false",
                "ALTER PUBLICATION pub DROP TABLE told; ALTER TABLE told ADD COLUMN z integer | published-table-changed | false",
                "DROP STATISTICS nothing                              | changes-shared-object     | true"
            })
    void judgesByDefinitions(String sql, String rule, boolean flagged) throws PlanRefused {
        assertThat(rules(assess(sql, "17", "each")).contains(rule)).isEqualTo(flagged);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ALTER COLUMN shown TYPE bigint         | policy p",
                "ALTER TABLE t ALTER COLUMN watched TYPE bigint       | trigger w",
                "ALTER TABLE t ALTER COLUMN fired TYPE bigint         | trigger o",
                "ALTER TABLE t ALTER COLUMN ruled TYPE bigint         | rule r",
                "ALTER TABLE t DROP COLUMN shown                      | policy p",
                "ALTER TABLE t DROP COLUMN fired                      | trigger o",
                "CREATE OR REPLACE VIEW v AS SELECT id FROM t         | loses no column",
                "CREATE OR REPLACE VIEW v AS SELECT id, a AS z FROM t | cannot be named z",
                "CREATE OR REPLACE VIEW v AS SELECT id, id AS a FROM t | cannot become bigint",
                "CREATE INDEX CONCURRENTLY i ON parted (id)           | cannot be built concurrently",
                "ALTER TYPE spot ADD ATTRIBUTE y integer              | spots was created of the type",
                "DROP SCHEMA filled                                   | filled.parts is in the schema"
            })
    void foretellsWhatFails(String sql, String why) throws PlanRefused {
        assertThat(findings(assess(sql, "17", "each")))
                .filteredOn(finding -> finding.rule().equals("statement-will-fail"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ALTER COLUMN free TYPE bigint",
                "DROP POLICY p ON t; ALTER TABLE t ALTER COLUMN shown TYPE bigint",
                "DROP TRIGGER w ON t; ALTER TABLE t DROP COLUMN watched",
                "ALTER TABLE t DROP COLUMN shown CASCADE",
                "CREATE OR REPLACE VIEW v AS SELECT id, a, free FROM t",
                "CREATE OR REPLACE VIEW v AS SELECT * FROM t",
                "ALTER TYPE spot ADD ATTRIBUTE y integer CASCADE",
                "DROP SCHEMA hollow"
            })
    void foretellsNothingElse(String sql) throws PlanRefused {
        assertThat(rules(assess(sql, "17", "each"))).doesNotContain("statement-will-fail");
    }

    @ParameterizedTest
    @CsvSource({
        "DROP SCHEMA hollow, LOW",
        "DROP SCHEMA filled CASCADE, HIGH",
        "DROP OWNED BY somebody, HIGH",
        "DROP DATABASE d, HIGH"
    })
    void knowsWhatGoesWithIt(String sql, String risk) throws PlanRefused {
        assertThat(assess(sql, "17", "each").risk().name()).isEqualTo(risk);
    }

    /** The schema's column is of {@code state}, the transaction's type is {@code public.state}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 | ALTER TYPE state ADD VALUE 'x'; ALTER TABLE t ALTER COLUMN s SET DEFAULT 'x' | true",
                "17 | ALTER TYPE public.state ADD VALUE 'x'; UPDATE t SET s = 'x' WHERE id = 1 | true",
                "17 | ALTER TYPE state ADD VALUE 'x'; ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x' | false",
                "16 | CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'x'; CREATE TABLE n (s e DEFAULT 'x') | true",
                "17 | CREATE TYPE e AS ENUM ('a'); ALTER TYPE e ADD VALUE 'x'; CREATE TABLE n (s e DEFAULT 'x') | false"
            })
    void knowsWhenANewValueMayBeUsed(String version, String sql, boolean fails) throws PlanRefused {
        assertThat(rules(assess(sql, version, "all")).contains("enum-value-used-in-same-transaction"))
                .isEqualTo(fails);
    }

    private static Report assess(String sql, String version, String transaction) throws PlanRefused {
        Plan plan = Shop.plan(sql, transaction);
        GivenFacts given = new GivenFacts(
                Dialect.POSTGRESQL,
                version,
                Optional.of(RiskEngine.schema(new SourceFile("schema.sql", SCHEMA), Dialect.POSTGRESQL, version)),
                Optional.empty());
        return RiskEngine.assess(plan, given.of(RiskEngine.names(plan)), Thresholds.defaults());
    }

    private static List<Finding> findings(Report report) {
        return report.statements().stream()
                .flatMap(statement -> statement.findings().stream())
                .toList();
    }

    private static List<String> rules(Report report) {
        return findings(report).stream().map(Finding::rule).toList();
    }
}
