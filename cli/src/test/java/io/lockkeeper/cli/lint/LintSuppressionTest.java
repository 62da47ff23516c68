package io.lockkeeper.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.cli.lint.LintTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.lockkeeper.cli.lint.LintTest.lint;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code --ignore} and {@code -- lockkeeper:ignore}. */
class LintSuppressionTest {

    private static final String DROP = "DROP TABLE old;\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aReasonAboveTheStatementSuppressesTheFindingAndIsReported() throws IOException {
        String sql = file("-- lockkeeper:ignore drop-table: empty since March\n-- and more\n" + DROP);

        Run text = lint(sql);
        JsonNode statement = json(sql).path("statements").path(0);

        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains("suppressed: drop-table (HIGH) because: empty since March");
        assertThat(statement.path("risk").asText()).isEqualTo("LOW");
        assertThat(statement.path("findings")).isEmpty();
        assertThat(statement.path("suppressed").path(0).path("rule").asText()).isEqualTo("drop-table");
        assertThat(statement.path("suppressed").path(0).path("risk").asText()).isEqualTo("HIGH");
        assertThat(statement.path("suppressed").path(0).path("reason").asText()).isEqualTo("empty since March");
    }

    @Test
    void aCommentAtTheEndOfTheFirstLineWorksToo() throws IOException {
        assertThat(lint(file("DROP TABLE old; -- lockkeeper:ignore drop-table: gone\n"))
                        .exit())
                .isZero();
    }

    @Test
    void withoutAReasonItSuppressesNothingAndIsItselfAFinding() throws IOException {
        Run run = lint(file("-- lockkeeper:ignore drop-table\n" + DROP));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("drop-table (HIGH)").contains("suppression-without-reason (MEDIUM)");
    }

    @Test
    void reportsWhatIsUnknownOrUnused() throws IOException {
        assertThat(lint(file("-- lockkeeper:ignore drop-tabel: typo\n" + DROP)).out())
                .contains("There is no rule drop-tabel (line 1).")
                .contains("Did you mean drop-table?");
        assertThat(lint(file("-- lockkeeper:ignore lock-table: none\n" + DROP)).out())
                .contains("suppression-unused (LOW)");
        assertThat(lint(file("-- lockkeeper:ignore drop-table: stray\n\n" + DROP))
                        .out())
                .contains("stands beside no");
    }

    @Test
    void neverHidesWhatCannotBeReadOrWillFail() throws IOException {
        Run unreadable =
                lint(file("-- lockkeeper:ignore unanalysable: trust me\nDO $$ BEGIN PERFORM odd(); END $$;\n"));
        Run failing = lint(
                "--ignore", "add-column-not-null-no-default", file("ALTER TABLE orders ADD COLUMN a int NOT NULL;\n"));

        assertThat(unreadable.exit()).isEqualTo(1);
        assertThat(unreadable.out()).contains("cannot be suppressed");
        assertThat(failing.out()).contains("Will fail").doesNotContain("suppressed:");
        assertThat(failing.exit()).isEqualTo(1);
    }

    @Test
    void doesNotHeedCommentsInStrings() throws IOException {
        assertThat(lint(file("INSERT INTO t VALUES ('\n-- lockkeeper:ignore drop-table: in a string\n');" + DROP))
                        .out())
                .contains("drop-table:")
                .doesNotContain("suppress");
    }

    @Test
    void ignoresRulesForAllStatements() throws IOException {
        String sql = file(DROP + "CREATE INDEX i ON orders (note);\n");

        assertThat(lint("--ignore", "drop-table,create-index-not-concurrently", sql))
                .satisfies(run -> {
                    assertThat(run.exit()).isZero();
                    assertThat(run.out())
                            .contains("suppressed: drop-table (HIGH) by --ignore")
                            .contains("2 suppressed");
                });
        assertThat(lint("--ignore", "drop-table", sql).exit()).isEqualTo(1);
        assertThat(lint("--ignore", "drop-tabel", sql)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("did you mean drop-table?");
        });
        assertThat(lint("--ignore", "unanalysable", sql).exit()).isEqualTo(2);
    }

    @Test
    void theLevelOfEffectsThatNoFindingExplainsStays() throws IOException {
        // ADD COLUMN alone is harmless; held until the index is built, its lock is not, and no rule says so.
        String sql = file("BEGIN;\n-- lockkeeper:ignore drop-table: not here\nALTER TABLE a ADD COLUMN x int;\n"
                + "CREATE INDEX i ON a (y);\nCOMMIT;\n");

        JsonNode first = json(sql).path("statements").path(0);

        assertThat(first.path("risk").asText()).isEqualTo("HIGH");
    }

    private JsonNode json(String file) throws IOException {
        return JsonFormat.JSON.readTree(lint("--format", "json", file).out());
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("V1.sql"), content).toString();
    }
}
