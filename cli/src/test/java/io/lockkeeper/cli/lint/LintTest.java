package io.lockkeeper.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.cli.Lockkeeper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code lockkeeper lint} without a database. */
class LintTest {

    private static final String HIGH = "-- a comment\n  CREATE INDEX orders_idx ON orders (note);\n";
    private static final String LOW = "CREATE TABLE fresh (id bigint PRIMARY KEY);\n";

    @TempDir
    Path folder = Path.of("");

    record Run(int exit, String out, String err) {}

    @Test
    void pointsAtTheStatementAndSaysWhatToDo() throws IOException {
        Run run = lint(file("V1.sql", HIGH));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("V1.sql:2: HIGH\n      CREATE INDEX orders_idx ON orders (note);\n      ^^^^^^^^^^^^")
                .contains("SHARE on public.orders: blocks writes")
                .contains("instead: CREATE INDEX CONCURRENTLY")
                .contains("V1.sql: HIGH, 1 statement (nothing is known of the tables");
    }

    @Test
    void saysLittleAboutWhatIsHarmless() throws IOException {
        Run run = lint(file("V1.sql", LOW));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("V1.sql: LOW, 1 statement").doesNotContain("^");
    }

    @Test
    void failsAtTheThresholdThatWasAskedFor() throws IOException {
        String high = file("V1.sql", HIGH);
        String low = file("V2.sql", LOW);

        assertThat(lint("--fail-on", "NEVER", high).exit()).isZero();
        assertThat(lint("--fail-on", "HIGH", low).exit()).isZero();
        assertThat(lint("--fail-on", "LOW", low).exit()).isEqualTo(1);
        assertThat(lint(low, high).exit()).isEqualTo(1);
    }

    @Test
    void printsTheReportAsJson() throws IOException {
        String high = file("V1.sql", HIGH);

        JsonNode report =
                JsonFormat.JSON.readTree(lint("--format", "json", high).out());
        List<JsonNode> lines = lint("--format", "jsonl", high, file("V2.sql", LOW))
                .out()
                .lines()
                .map(LintTest::json)
                .toList();

        assertThat(report.path("risk").asText()).isEqualTo("HIGH");
        assertThat(report.path("confidence").asText()).isEqualTo("assumed");
        assertThat(lines).extracting(line -> line.path("risk").asText()).containsExactly("HIGH", "LOW");
        assertThat(lines).extracting(line -> line.path("file").asText()).allMatch(name -> name.endsWith(".sql"));
    }

    @Test
    void annotatesInGitHub() throws IOException {
        Run run = lint("--format", "github", file("V1,x.sql", HIGH));

        assertThat(run.out()).startsWith("::error file=").contains("V1%2Cx.sql,line=2,title=");
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("::"));
    }

    @Test
    void refusesWhatCannotBeReadAndStillLintsTheRest() throws IOException {
        Run run = lint(file("V1.sql", "SELECT 'never closed;\n"), file("V2.sql", HIGH));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("V1.sql:1: ");
        assertThat(run.out()).contains("V2.sql: HIGH");
    }

    @Test
    void refusesWrongUse() throws IOException {
        String low = file("V1.sql", LOW);

        assertThat(lint("--engine", "oracle", low)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("Use postgresql, mysql or mariadb");
        });
        assertThat(lint("--database-url", "ftp://localhost/x", low).err()).contains("must begin with postgresql://");
        assertThat(lint("--transaction", "some", low).err()).contains("use each or all");
        assertThat(lint("--tool", "dbmate", low).err()).contains("use native, liquibase, flyway");
        assertThat(lint("--format", "json", low, low).exit()).isEqualTo(2);
        assertThat(lint("--database-url", "mysql://localhost/x", low).exit()).isEqualTo(2);
        assertThat(lint(folder.resolve("missing.sql").toString()).err()).contains("could not read");
        Files.write(folder.resolve("latin.sql"), new byte[] {'-', '-', (byte) 0xe9, '\n'});
        assertThat(lint(folder.resolve("latin.sql").toString()).err()).contains("not UTF-8");
        assertThat(lint().exit()).isEqualTo(2);
    }

    @Test
    void knowsWhichVersionsThereAre() throws IOException {
        String low = file("V1.sql", LOW);

        for (String known : List.of("12", "17.4", "18")) {
            assertThat(lint("--engine", "pg", "--engine-version", known, low).exit())
                    .isZero();
        }
        assertThat(version("postgres", "11", low)).contains("PostgreSQL 12 to 18");
        assertThat(version("postgresql", "seventeen", low)).contains("PostgreSQL 12 to 18");
        for (String unknown : List.of("5.7", "8.1", "8", "10")) {
            assertThat(version("mysql", unknown, low)).contains("MySQL 8.0, 8.4 and 9");
        }
        for (String unknown : List.of("10.5", "10.12", "11.9", "13")) {
            assertThat(version("mariadb", unknown, low)).contains("MariaDB 10.6 to 11.8 and 12");
        }
    }

    @Test
    void assessesMysqlAndMariadbWithTheirVersion() throws IOException {
        String sql = file("V1.sql", "CALL something_odd();\n");

        assertThat(json(lint("--engine", "mysql", "--format", "json", sql).out())
                        .path("engineVersion")
                        .asText())
                .isEqualTo("8.4");
        JsonNode mariadb = json(lint("--engine", "mariadb", "--engine-version", "10.11.5", "--format", "json", sql)
                .out());
        assertThat(mariadb.path("engine").asText()).isEqualTo("mariadb");
        assertThat(mariadb.path("engineVersion").asText()).isEqualTo("10.11");
        assertThat(mariadb.path("risk").asText()).isEqualTo("HIGH");
    }

    @Test
    void readsTransactionsOfScriptsAsTheyAre() throws IOException {
        String each = file("V1.sql", "ALTER TABLE a ADD COLUMN x int;\nUPDATE b SET x = 1 WHERE y > 1;\n");
        String block =
                file("V2.sql", "BEGIN;\nALTER TABLE a ADD COLUMN x int;\nUPDATE b SET x = 1 WHERE y > 1;\nCOMMIT;\n");

        assertThat(lint(each).out()).doesNotContain("statement-after-strong-lock");
        assertThat(lint(block).out()).contains("statement-after-strong-lock").contains("2 statements");
        assertThat(lint("--transaction", "all", each).out()).contains("statement-after-strong-lock");
        assertThat(lint(file("V3.sql", "BEGIN;\nROLLBACK;\n")).out()).contains("what ROLLBACK undoes");
        assertThat(lint(file("V4.sql", "\\i other.sql\n"))).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("backslash command of psql");
        });
    }

    @Test
    void neverObeysTheScriptsControlCharacters() throws IOException {
        Run run = lint(file("V1.sql", "CREATE INDEX \"\u001b[31mi\" ON orders (note);\n"));

        assertThat(run.out()).doesNotContain("\u001b");
    }

    private static String version(String engine, String version, String file) {
        Run run = lint("--engine", engine, "--engine-version", version, file);
        assertThat(run.exit()).isEqualTo(2);
        return run.err();
    }

    private String file(String name, String sql) throws IOException {
        return Files.writeString(folder.resolve(name), sql).toString();
    }

    private static JsonNode json(String line) {
        try {
            return JsonFormat.JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Run lint(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "lint";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Lockkeeper.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
        return new Run(exit, out.toString(), err.toString());
    }
}
