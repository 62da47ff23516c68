package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.lint.LintTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.lockkeeper.cli.lint.LintTest.lint;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code --schema} and {@code --facts}. */
class LintFactsTest {

    private static final String DUMP = """
            \\restrict abc
            SET statement_timeout = 0;
            SELECT pg_catalog.set_config('search_path', '', false);
            CREATE TABLE public.orders (
                id bigint NOT NULL,
                note text
            );
            ALTER TABLE public.orders OWNER TO shop;
            COPY public.orders (id, note) FROM stdin;
            1\tit's not SQL; (
            \\.
            ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
            DO $$ BEGIN PERFORM weird(); END $$;
            \\unrestrict abc
            """;
    private static final String INDEX = "CREATE INDEX i ON orders (note);\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void judgesBySizesThatWereTold() throws IOException {
        String sql = file("V1.sql", INDEX);
        String small = file(
                "small.json", "{\"tables\": {\"orders\": {\"rows\": 100, \"bytes\": 8192, \"writesPerSecond\": 0}}}");
        String large = file(
                "large.json",
                "{\"tables\": {\"public.orders\": {\"rows\": 50000000, \"bytes\": 12000000000, \"writesPerSecond\": 800}}}");

        assertThat(lint("--facts", small, sql).exit()).isZero();
        assertThat(lint("--facts", large, sql)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.out()).contains("public.orders (50,000,000 rows, 12 GB)");
        });
    }

    @Test
    void readsADumpAndWarnsOfWhatItCannotRead() throws IOException {
        Run run = lint("--schema", file("schema.sql", DUMP), file("V1.sql", INDEX));

        assertThat(run.out()).contains("public.orders (size unknown)");
        assertThat(run.err().lines()).singleElement().asString().contains("schema.sql:13: not read: DO");
    }

    @Test
    void isAsConfidentAsItsFacts() throws IOException {
        String sql = file("V1.sql", INDEX + "CREATE TABLE fresh (id int);\n");
        String schema = file("schema.sql", DUMP);
        String facts = file("facts.json", "{\"tables\": {\"orders\": {\"rows\": 100, \"bytes\": 8192}}}");
        String other = file("other.json", "{\"tables\": {\"people\": {\"rows\": 100, \"bytes\": 8192}}}");

        assertThat(confidence(lint("--format", "json", "--schema", schema, "--facts", facts, sql)))
                .isEqualTo("documented");
        assertThat(confidence(lint("--format", "json", "--schema", schema, sql)))
                .isEqualTo("assumed");
        assertThat(confidence(lint("--format", "json", "--facts", facts, sql))).isEqualTo("assumed");
        Run unmatched = lint("--format", "json", "--schema", schema, "--facts", other, sql);
        assertThat(confidence(unmatched)).isEqualTo("assumed");
        assertThat(unmatched.err()).contains("people is no table of the schema");
    }

    @Test
    void takesEngineAndVersionFromTheFacts() throws IOException {
        String sql = file("V1.sql", "SELECT 1;\n");
        String facts = file("facts.json", "{\"engine\": \"postgresql\", \"engineVersion\": \"14\"}");

        assertThat(lint("--format", "json", "--facts", facts, sql).out()).contains("\"engineVersion\":\"14\"");
        assertThat(lint("--engine", "mysql", "--facts", facts, sql).err()).contains("contradicts");
        assertThat(lint("--facts", file("bad.json", "{\"engineVersion\": \"9\"}"), sql)
                        .err())
                .contains("PostgreSQL 12 to 18");
    }

    @Test
    void refusesFactsThatAreMistyped() throws IOException {
        String sql = file("V1.sql", "SELECT 1;\n");

        assertThat(lint("--facts", file("a.json", "{\"tables\": {\"t\": {\"row\": 1}}}"), sql))
                .satisfies(run -> {
                    assertThat(run.exit()).isEqualTo(2);
                    assertThat(run.err()).contains("a.json: $.tables[\"t\"].row: unknown; known are bytes, ");
                });
    }

    @Test
    void putsLevelsWhereItIsTold() throws IOException {
        String sql = file("V1.sql", "ALTER TABLE orders ADD COLUMN x int;\n");
        String strict = file(
                "strict.json", "{\"thresholds\": {\"readsAndWritesBlocked\": {\"medium\": 0.05, \"high\": 0.09}}}");
        String nonsense = file("nonsense.json", "{\"thresholds\": {\"writesBlocked\": {\"high\": 4}}}");

        assertThat(lint(sql).exit()).isZero();
        assertThat(lint("--judge-by", strict, "--format", "json", sql)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(JsonFormat.JSON
                            .readTree(run.out())
                            .at("/judgedBy/thresholds/readsAndWritesBlocked/high")
                            .asDouble())
                    .isEqualTo(0.09);
        });
        assertThat(lint("--judge-by", nonsense, sql)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("nonsense.json: $: where writes are blocked, 0 <= medium <= high");
        });
    }

    private static String confidence(Run run) throws IOException {
        return JsonFormat.JSON.readTree(run.out()).path("confidence").asText();
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
