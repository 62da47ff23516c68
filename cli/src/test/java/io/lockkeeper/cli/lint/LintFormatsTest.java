package io.lockkeeper.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.cli.lint.LintTest.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static io.lockkeeper.cli.lint.LintTest.lint;
import static org.assertj.core.api.Assertions.assertThat;

/** What other programs read. */
class LintFormatsTest {

    private static final String SQL = """
            -- lockkeeper:ignore drop-table: gone
            DROP TABLE old;
            CREATE INDEX "a]]>|`<b>\u0007" ON orders (note);
            CREATE TABLE fresh (id int);
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void sarifHasRulesPlacesLevelsAndFingerprints() throws IOException {
        JsonNode run = JsonFormat.JSON
                .readTree(lint("--format", "sarif", file("V1.sql", SQL)).out())
                .path("runs")
                .path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        List<JsonNode> results = list(run.path("results"));

        assertThat(results).hasSize(3);
        for (JsonNode result : results) {
            String rule = result.path("ruleId").asText();
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id").asText())
                    .isEqualTo(rule);
            assertThat(rules.path(result.path("ruleIndex").asInt())
                            .path("help")
                            .path("text")
                            .asText())
                    .isNotBlank();
            assertThat(result.path("partialFingerprints").path("lockkeeper/v1").asText())
                    .matches("[0-9a-f]{64}");
        }
        assertThat(results)
                .extracting(result -> result.path("level").asText())
                .containsExactly("error", "error", "note");
        assertThat(results.get(0).path("suppressions").path(0).path("kind").asText())
                .isEqualTo("inSource");
        assertThat(region(results.get(1)).path("startLine").asInt()).isEqualTo(3);
        assertThat(run.path("invocations").path(0).path("executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void sarifSaysWhatCouldNotBeRead() throws IOException {
        Run run = lint("--format", "sarif", file("broken.sql", "SELECT 'x"));
        JsonNode invocation = JsonFormat.JSON
                .readTree(run.out())
                .path("runs")
                .path(0)
                .path("invocations")
                .path(0);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation
                        .path("toolExecutionNotifications")
                        .path(0)
                        .path("message")
                        .path("text")
                        .asText())
                .contains("never ends");
    }

    @Test
    void fingerprintsStayWhenLinesMove() throws IOException {
        String before = fingerprint(file("V1.sql", "CREATE INDEX i ON orders (note);\n"));
        String after = fingerprint(file("V1.sql", "-- one\n-- two\nCREATE INDEX  i\n ON orders (note);\n"));
        String other = fingerprint(file("V1.sql", "CREATE INDEX j ON orders (note);\n"));

        assertThat(after).isEqualTo(before).isNotEqualTo(other);
    }

    @Test
    void gitlabGetsSeverityPathAndLine() throws IOException {
        JsonNode issues = JsonFormat.JSON.readTree(
                lint("--format", "gitlab", file("V1.sql", SQL)).out());

        assertThat(issues)
                .extracting(issue -> issue.path("check_name").asText())
                .containsExactly("create-index-not-concurrently", "no-time-limit");
        assertThat(issues.path(1).path("severity").asText()).isEqualTo("info");
        assertThat(issues.path(0).path("severity").asText()).isEqualTo("critical");
        assertThat(issues.path(0).path("location").path("lines").path("begin").asInt())
                .isEqualTo(3);
    }

    @Test
    void junitHasATestForEachStatementAndTheWholeAndFailsAtTheThreshold() throws Exception {
        String sql = file("V1.sql", SQL);
        Document high = xml(
                lint("--format", "junit", sql, file("broken.sql", "SELECT 'x")).out());
        Document never =
                xml(lint("--format", "junit", "--fail-on", "NEVER", sql).out());

        assertThat(high.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
        Element suite = (Element) high.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(high.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(high.getElementsByTagName("error").getLength()).isEqualTo(1);
        assertThat(never.getElementsByTagName("failure").getLength()).isZero();
        assertThat(never.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    }

    @Test
    void markdownCannotBeBrokenByTheScript() throws IOException {
        Run run = lint("--format", "markdown", file("V1.sql", SQL + "-- ```\nSELECT '```\n@everyone';\n"));

        assertThat(run.out())
                .contains("## Lockkeeper: HIGH")
                .contains("| HIGH | 3 | <code>CREATE INDEX \"a\\]\\]&gt;\\|\\`&lt;b&gt;\" ON orders (note)</code> |")
                .contains("<details><summary>Details</summary>")
                .doesNotContain("\u0007");
        assertThat(run.out().lines().filter(line -> line.startsWith("| HIGH")))
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 5);
    }

    @Test
    void severalFilesAreOneDocument() throws IOException {
        String a = file("V1.sql", SQL);
        String b = file("V2.sql", "DROP TABLE b;\n");

        assertThat(JsonFormat.JSON.readTree(lint("--format", "gitlab", a, b).out()))
                .hasSize(4);
        assertThat(JsonFormat.JSON
                        .readTree(lint("--format", "sarif", a, b).out())
                        .path("runs")
                        .path(0)
                        .path("results"))
                .hasSize(5);
        assertThat(lint(a, b).out()).contains("2 files: 2 HIGH");
    }

    private static JsonNode region(JsonNode result) {
        return result.path("locations").path(0).path("physicalLocation").path("region");
    }

    private static String fingerprint(String file) throws IOException {
        return JsonFormat.JSON
                .readTree(lint("--format", "gitlab", file).out())
                .path(0)
                .path("fingerprint")
                .asText();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
