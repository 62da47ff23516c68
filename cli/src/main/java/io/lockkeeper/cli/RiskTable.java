package io.lockkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** What risk-service found, as a table for a terminal. Only what the service says is printed, free of control characters. */
final class RiskTable {

    private static final int SQL_WIDTH = 60;

    private RiskTable() {}

    static void print(PrintWriter out, JsonNode answer) {
        JsonNode report = answer.path("report");
        out.printf(
                "%s  %s for %s: risk %s%s%n",
                plain(answer, "id"),
                plain(answer, "version"),
                plain(answer, "target"),
                plain(answer, "risk"),
                report.path("analysable").asBoolean(true) ? "" : " (not all of it could be analysed)");
        for (JsonNode statement : report.path("statements")) {
            statement(out, statement);
        }
        report.path("migration").path("findings").forEach(finding -> finding(out, finding));
        answer.path("links")
                .fields()
                .forEachRemaining(link -> out.printf(
                        "%-7s %s%n", clean(link.getKey()), clean(link.getValue().asText())));
    }

    private static void statement(PrintWriter out, JsonNode statement) {
        JsonNode effect = strongest(statement.path("effects"));
        out.printf(
                "%3d  %-6s  %-60s  %s%n",
                statement.path("index").asInt() + 1,
                plain(statement, "risk"),
                shortened(plain(statement, "sql")),
                effect.isMissingNode() ? "" : effect(effect));
        statement.path("findings").forEach(finding -> finding(out, finding));
    }

    private static void finding(PrintWriter out, JsonNode finding) {
        out.printf("             %s: %s%n", plain(finding, "rule"), plain(finding, "reason"));
        if (!plain(finding, "saferWay").isEmpty()) {
            out.printf("             instead: %s%n", plain(finding, "saferWay"));
        }
    }

    private static String effect(JsonNode effect) {
        JsonNode blocked = effect.path("estimate").path("blockedSeconds");
        String seconds = blocked.size() == 2
                ? String.format(
                        Locale.ROOT,
                        ", for %.1f to %.1f s",
                        blocked.get(0).asDouble(),
                        blocked.get(1).asDouble())
                : "";
        return "blocks " + plain(effect, "blocks") + " of " + plain(effect, "table") + " (" + plain(effect, "lock")
                + ")" + seconds;
    }

    /** The effect that blocks longest. */
    private static JsonNode strongest(JsonNode effects) {
        JsonNode strongest = Api.JSON.missingNode();
        for (JsonNode effect : effects) {
            if (strongest.isMissingNode() || blocked(effect) > blocked(strongest)) {
                strongest = effect;
            }
        }
        return strongest;
    }

    private static double blocked(JsonNode effect) {
        return effect.path("estimate").path("blockedSeconds").path(1).asDouble(0);
    }

    private static String plain(JsonNode node, String field) {
        return clean(node.path(field).asText(""));
    }

    private static String clean(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "").strip();
    }

    private static String shortened(String sql) {
        return sql.length() <= SQL_WIDTH ? sql : sql.substring(0, SQL_WIDTH - 1) + "…";
    }
}
