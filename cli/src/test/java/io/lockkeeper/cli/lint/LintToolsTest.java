package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.lint.LintTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.lockkeeper.cli.lint.LintTest.lint;
import static org.assertj.core.api.Assertions.assertThat;

/** Folders, changelogs and what other tools print. */
class LintToolsTest {

    @TempDir
    Path folder = Path.of("");

    private String flyway = "";

    @BeforeEach
    void scripts() throws IOException {
        Files.createDirectories(folder.resolve("flyway/sub"));
        file("flyway/V1__init.sql", "CREATE TABLE orders (id bigserial PRIMARY KEY, note text);\n");
        file("flyway/V2__index.sql", "CREATE INDEX orders_note ON orders (note);\n");
        file("flyway/V10__last.sql", "CREATE INDEX CONCURRENTLY orders_id2 ON orders (id);\n");
        file("flyway/sub/V2_1__mixed.sql", "ALTER TABLE orders ADD COLUMN y int;\nVACUUM orders;\n");
        file("flyway/R__views.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM orders;\n");
        file("flyway/U2__undo.sql", "DROP TABLE orders;\n");
        flyway = folder.resolve("flyway").toString();
    }

    @Test
    void aFolderIsFlywaysScriptsInItsOrder() throws IOException {
        String json = lint("--format", "json", flyway).out();

        assertThat(JsonFormat.JSON.readTree(json).findValuesAsText("file"))
                .extracting(path -> path.substring(path.lastIndexOf('/') + 1))
                .containsExactly(
                        "V1__init.sql",
                        "V2__index.sql",
                        "V2_1__mixed.sql",
                        "V2_1__mixed.sql",
                        "V10__last.sql",
                        "R__views.sql");
    }

    @Test
    void aScriptThatFlywayRefusesIsAFindingAndStays() {
        Run run = lint("--ignore", "copied-by-tool", flyway);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("flyway-mixed-transaction (HIGH): Will fail: line 2 of");
    }

    @Test
    void whatHasRunIsThere() {
        assertThat(lint(flyway).out()).doesNotContain("create-index-not-concurrently");
        assertThat(lint("--applied", "1", flyway).out()).contains("create-index-not-concurrently");
        assertThat(lint("--applied", "99", flyway).out()).contains("1 statement ");
    }

    @Test
    void alembicsOwnTableIsNotAssessed() throws IOException {
        String sql = file("up.sql", """
                BEGIN;
                CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
                -- Running upgrade  -> 1975ea83b712
                ALTER TABLE account ADD COLUMN a int;
                CREATE INDEX i ON account (b);
                INSERT INTO alembic_version (version_num) VALUES ('1975ea83b712');
                COMMIT;
                """);

        assertThat(lint(sql).out()).contains("2 statements").contains("statement-after-strong-lock");
    }

    @Test
    void aChangelogIsLiquibases() throws IOException {
        Files.createDirectories(folder.resolve("db"));
        file("db/drop.sql", "--liquibase formatted sql\n--changeset anna:1\nDROP TABLE old;\n");
        String changelog = file("db/main.yaml", """
                databaseChangeLog:
                  - include: {file: drop.sql, relativeToChangelogFile: true}
                  - changeSet:
                      id: 2
                      author: anna
                      changes:
                        - sql: {sql: "SELECT 1"}
                """);

        assertThat(lint(changelog).out())
                .contains("drop.sql:3: HIGH (changeset 1 by anna)")
                .contains("main.yaml: HIGH, 2 statements");
        assertThat(lint(folder.resolve("db/drop.sql").toString()).out()).contains("changeset 1 by anna");
    }

    @Test
    void theClauseOfGhOstNeedsItsTableAndItsDatabase() throws IOException {
        String clause = file("alter.txt", "ADD COLUMN a int\n");

        assertThat(lint("--tool", "gh-ost", clause).err()).contains("Add --table");
        assertThat(lint("--tool", "pt-osc", "--table", "t", "--engine", "pg", clause)
                        .err())
                .contains("for MySQL and MariaDB");
    }

    @Test
    void ghOstDoesNotRunOnMariadb() throws IOException {
        String clause = file("alter.txt", "ADD COLUMN a int\n");

        assertThat(lint("--tool", "gh-ost", "--table", "t", "--engine", "mariadb", clause)
                        .out())
                .contains("HIGH")
                .contains("gh-ost's releases (up to 1.1.10) run on MySQL only")
                .contains("Use pt-online-schema-change");
        assertThat(lint("--tool", "pt-osc", "--table", "t", "--engine", "mariadb", clause)
                        .out())
                .doesNotContain("HIGH");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
