package io.lockkeeper.cli.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.cli.Lockkeeper;
import io.lockkeeper.cli.lint.Judged.Suppressed;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import io.lockkeeper.riskengine.rules.Card;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** SARIF 2.1.0, for code scanning. */
final class SarifFormat implements LintFormat {
    private final Map<String, Integer> rules = new LinkedHashMap<>();
    private final Map<String, String> docs = new LinkedHashMap<>();
    private final Fingerprints fingerprints = new Fingerprints();

    @Override
    public void all(PrintWriter out, Run run) {
        ObjectNode log = JsonFormat.JSON.createObjectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
        ObjectNode sarif = log.putArray("runs").addObject();
        ObjectNode driver = sarif.putObject("tool").putObject("driver");
        driver.put("name", "lockkeeper").put("version", Lockkeeper.VERSION);
        ArrayNode results = JsonFormat.JSON.createArrayNode();
        run.judged().forEach(judged -> results(results, judged));
        rules(driver.putArray("rules"));
        ObjectNode invocation = sarif.putArray("invocations").addObject();
        invocation.put("executionSuccessful", run.refused().isEmpty());
        if (!run.refused().isEmpty()) {
            ArrayNode notes = invocation.putArray("toolExecutionNotifications");
            run.refused().forEach(refused -> note(notes.addObject(), refused));
        }
        sarif.set("results", results);
        sarif.put("columnKind", "utf16CodeUnits");
        out.println(log.toPrettyString());
    }

    private static void note(ObjectNode note, PlanRefused refused) {
        note.put("level", "error");
        note.putObject("message").put("text", refused.describe());
        String file = refused.file();
        if (file != null) {
            location(note, file, refused.line(), "");
        }
    }

    private void results(ArrayNode results, Judged judged) {
        for (StatementReport statement : judged.report().statements()) {
            for (Finding finding : judged.findings(statement)) {
                result(results.addObject(), judged.file(statement), statement, finding);
            }
            for (Suppressed one : judged.suppressed(statement)) {
                ObjectNode result = result(results.addObject(), judged.file(statement), statement, one.finding());
                result.putArray("suppressions")
                        .addObject()
                        .put("kind", one.inSource() ? "inSource" : "external")
                        .put("justification", one.why());
            }
        }
        for (Finding finding : judged.report().findings()) {
            ObjectNode result = result(results.addObject(), judged.unit().name(), "", finding);
            location(result, judged.unit().name(), 1, "");
        }
    }

    private ObjectNode result(ObjectNode result, String file, StatementReport statement, Finding finding) {
        result(result, file, statement.sql(), finding);
        location(result, file, Math.max(1, statement.line()), statement.sql());
        return result;
    }

    private ObjectNode result(ObjectNode result, String file, String sql, Finding finding) {
        int index = rules.computeIfAbsent(finding.rule(), id -> rules.size());
        docs.putIfAbsent(finding.rule(), finding.docs());
        result.put("ruleId", finding.rule()).put("ruleIndex", index).put("level", level(finding.risk()));
        result.putObject("message")
                .put(
                        "text",
                        finding.reason() + (finding.saferWay().isBlank() ? "" : " Instead: " + finding.saferWay()));
        result.putObject("partialFingerprints").put("lockkeeper/v1", fingerprints.of(file, sql, finding));
        result.putObject("properties").put("risk", finding.risk().name());
        return result;
    }

    private static void location(ObjectNode result, String file, int line, String sql) {
        ObjectNode physical = result.putArray("locations").addObject().putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(file));
        if (line > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", line);
            if (!sql.isEmpty()) {
                region.put(
                        "endLine",
                        line + (int) sql.chars().filter(c -> c == '\n').count());
                region.putObject("snippet").put("text", sql);
            }
        }
    }

    /** Relative as given, so that it fits the repository; absolute as a file's. */
    private static String uri(String file) {
        if (Path.of(file).isAbsolute()) {
            return Path.of(file).toUri().toString();
        }
        try {
            return new URI(null, null, file.replace('\\', '/').replaceFirst("^\\./", ""), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path has only characters that can be escaped", e);
        }
    }

    private void rules(ArrayNode array) {
        for (String id : rules.keySet()) {
            ObjectNode rule = array.addObject().put("id", id);
            Optional<Card> card = RuleNames.card(id);
            String docs = this.docs.getOrDefault(id, "docs/lint.md");
            if (card.isPresent()) {
                String instead = card.get().instead().isBlank()
                        ? ""
                        : " Instead: " + card.get().instead();
                rule.putObject("shortDescription").put("text", card.get().when());
                rule.putObject("fullDescription").put("text", card.get().effect());
                rule.putObject("help")
                        .put("text", card.get().effect() + instead)
                        .put("markdown", card.get().effect() + instead + "\n\nSee " + docs + ".");
            } else {
                rule.putObject("shortDescription").put("text", "See " + docs + ".");
                rule.putObject("help").put("text", "See " + docs + ".");
            }
            // helpUri would have to be absolute.
            rule.putObject("properties").put("docs", docs);
        }
    }

    private static String level(Risk risk) {
        return switch (risk) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }
}
