package io.lockkeeper.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.riskengine.report.Confidence;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints one file's report. */
final class LintOutput {

    private static final int WIDTH = 110;

    private LintOutput() {}

    static void print(PrintWriter out, LintCommand.Format format, String file, String sql, Report report) {
        switch (format) {
            case text -> text(out, file, sql, report);
            case json -> out.println(report.json());
            case jsonl -> out.println(line(file, report));
            case github -> github(out, file, report);
        }
    }

    private static void text(PrintWriter out, String file, String sql, Report report) {
        List<String> lines = sql.lines().toList();
        for (StatementReport statement : report.statements()) {
            if (statement.findings().isEmpty() && statement.risk() == Risk.LOW) {
                continue;
            }
            out.printf("%s:%d: %s%n", file, statement.line(), statement.risk());
            String line = statement.line() > 0 && statement.line() <= lines.size()
                    ? lines.get(statement.line() - 1).stripTrailing()
                    : statement.sql().lines().findFirst().orElse("");
            String shown = clean(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
            int indent = shown.length() - shown.stripLeading().length();
            out.printf(
                    "    %s%n    %s%s%n",
                    shown,
                    " ".repeat(indent),
                    "^".repeat(Math.max(1, shown.strip().length())));
            statement.effects().forEach(effect -> effect(out, effect));
            statement.findings().forEach(finding -> finding(out, finding));
            out.println();
        }
        report.findings().forEach(finding -> finding(out, finding));
        out.printf(
                "%s: %s, %d statement%s%s%n",
                file,
                report.risk(),
                report.statements().size(),
                report.statements().size() == 1 ? "" : "s",
                report.confidence() == Confidence.ASSUMED
                        ? " (nothing is known of the tables; --database-url would tell their sizes and use)"
                        : "");
    }

    private static void effect(PrintWriter out, Effect effect) {
        if (effect.lock() == Lock.NONE) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "    %s on %s: blocks %s%s%s%n",
                effect.lock().words(),
                clean(effect.table()),
                effect.blocks().id().replace("+", " and "),
                effect.rewrites() ? ", rewrites the table" : effect.scans() ? ", reads the whole table" : "",
                effect.dataLoss() ? ", loses data" : "");
    }

    private static void finding(PrintWriter out, Finding finding) {
        out.printf("    %s: %s%n", finding.rule(), clean(finding.reason()));
        if (!finding.saferWay().isBlank()) {
            out.printf("    instead: %s%n", clean(finding.saferWay()));
        }
    }

    private static String line(String file, Report report) {
        try {
            ObjectNode json = (ObjectNode) Api.JSON.readTree(report.json());
            return Api.JSON.writeValueAsString(json.put("file", file));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report is no JSON", e);
        }
    }

    /** GitHub's workflow commands: a line each, with its own escapes. */
    private static void github(PrintWriter out, String file, Report report) {
        for (StatementReport statement : report.statements()) {
            String level =
                    switch (statement.risk()) {
                        case HIGH -> "error";
                        case MEDIUM -> "warning";
                        case LOW -> "notice";
                    };
            for (Finding finding : statement.findings()) {
                String text =
                        finding.reason() + (finding.saferWay().isBlank() ? "" : " Instead: " + finding.saferWay());
                out.printf(
                        "::%s file=%s,line=%d,title=%s::%s%n",
                        level,
                        escaped(file).replace(":", "%3A").replace(",", "%2C"),
                        Math.max(1, statement.line()),
                        finding.rule(),
                        escaped(text));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** SQL may hold anything; a terminal must not obey it. */
    private static String clean(String text) {
        return text.replace('\t', ' ').replaceAll("\\p{Cntrl}", "");
    }
}
