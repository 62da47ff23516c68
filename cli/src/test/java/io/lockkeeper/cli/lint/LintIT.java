package io.lockkeeper.cli.lint;

import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code lockkeeper lint --database-url} against a real server. */
class LintIT {

    private static final String DATABASE = "linted";

    @TempDir
    Path folder = Path.of("");

    private final PostgresServer postgres = Testbed.shared().postgres();

    @BeforeEach
    void create() {
        postgres.dropDatabase(DATABASE);
        postgres.createDatabase(DATABASE, PostgresServer.SUPERUSER);
        postgres.execute(
                DATABASE,
                "CREATE TABLE orders (id bigint, note text)",
                "INSERT INTO orders SELECT i, repeat('x', 200) FROM generate_series(1, 50000) i",
                "CREATE TABLE tiny (id bigint, note text)",
                "ANALYZE");
    }

    @AfterEach
    void drop() {
        postgres.dropDatabase(DATABASE);
    }

    @Test
    void knowsTheTablesItReads() throws IOException {
        String url = "postgresql://%s@127.0.0.1:%d/%s".formatted(PostgresServer.SUPERUSER, postgres.port(), DATABASE);
        String sql = Files.writeString(folder.resolve("V1.sql"), "CREATE INDEX i ON orders (note);\n")
                .toString();

        LintTest.Run live = LintTest.lint("--database-url", url, sql);
        LintTest.Run jdbc = LintTest.lint("--database-url", postgres.url(DATABASE) + "?user=postgres", sql);

        assertThat(live.out())
                .containsPattern("public.orders \\([\\d,]+ rows, 12 MB\\)")
                .doesNotContain("nothing is known");
        assertThat(jdbc.out()).contains("SHARE on public.orders: blocks writes, reads the whole table");
    }

    @Test
    void refusesToBeToldWhatItCanRead() throws IOException {
        String url = "postgresql://%s@127.0.0.1:%d/%s".formatted(PostgresServer.SUPERUSER, postgres.port(), DATABASE);
        String sql = Files.writeString(folder.resolve("V1.sql"), "SELECT 1;\n").toString();

        assertThat(LintTest.lint("--database-url", url, "--engine-version", "17", sql)
                        .err())
                .contains("leave out --engine-version");
        assertThat(LintTest.lint("--database-url", url, "--facts", sql, sql).err())
                .contains("leave out --facts");
        assertThat(LintTest.lint("--database-url", url, "--engine", "mariadb", sql)
                        .err())
                .contains("contradicts --database-url");
    }

    @Test
    void saysThatTheConfidenceIsMeasured() throws IOException {
        String url = "postgresql://%s@127.0.0.1:%d/%s".formatted(PostgresServer.SUPERUSER, postgres.port(), DATABASE);
        String sql = Files.writeString(folder.resolve("V1.sql"), "CREATE INDEX i ON orders (note);\n")
                .toString();

        assertThat(LintTest.lint("--database-url", url, "--format", "json", sql).out())
                .contains("\"confidence\":\"measured\"");
    }

    @Test
    void saysWhenTheDatabaseCannotBeRead() throws IOException {
        String sql = Files.writeString(folder.resolve("V1.sql"), "SELECT 1;\n").toString();

        LintTest.Run run = LintTest.lint(
                "--database-url", "postgresql://nobody:secret@127.0.0.1:" + postgres.port() + "/missing", sql);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("the database could not be read").doesNotContain("secret");
    }
}
