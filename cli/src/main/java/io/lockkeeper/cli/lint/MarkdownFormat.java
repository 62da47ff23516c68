package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.lint.Judged.Suppressed;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Confidence;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** A comment for a pull request: a table of what matters, and the details folded away. */
final class MarkdownFormat implements LintFormat {
    private static final int SQL_WIDTH = 70;

    @Override
    public void all(PrintWriter out, Run run) {
        Risk risk = run.judged().stream()
                .map(judged -> judged.report().risk())
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
        out.printf(
                "## Lockkeeper: %s%n%n", run.refused().isEmpty() ? risk : risk + ", and not everything could be read");
        for (PlanRefused refused : run.refused()) {
            out.printf("**Not read**: %s%n%n", Escapes.markdown(refused.describe()));
        }
        run.judged().forEach(judged -> file(out, judged));
    }

    private static void file(PrintWriter out, Judged judged) {
        List<StatementReport> telling = judged.report().statements().stream()
                .filter(s -> !s.findings().isEmpty()
                        || s.risk() != Risk.LOW
                        || !judged.suppressed(s).isEmpty())
                .toList();
        int silent = judged.report().statements().size() - telling.size();
        out.printf(
                "### %s: %s%n%n",
                Escapes.markdown(judged.unit().name()), judged.report().risk());
        if (!telling.isEmpty()) {
            out.println("| Risk | Line | Statement | What it does |");
            out.println("|---|---|---|---|");
            telling.forEach(statement -> row(out, judged, statement));
            out.println();
        }
        for (Finding finding : judged.report().findings()) {
            out.printf("- **%s** `%s`: %s%n", finding.risk(), finding.rule(), Escapes.markdown(sentence(finding)));
        }
        if (!judged.report().findings().isEmpty()) {
            out.println();
        }
        if (silent > 0) {
            out.printf(
                    "%d %sstatement%s without findings.%n%n",
                    silent, telling.isEmpty() ? "" : "further ", silent == 1 ? "" : "s");
        }
        if (!telling.isEmpty()) {
            out.printf("<details><summary>Details</summary>%n%n");
            telling.forEach(statement -> details(out, judged, statement));
            out.printf("</details>%n%n");
        }
        if (judged.report().confidence() == Confidence.ASSUMED) {
            out.printf("<sub>Not all tables are known; what is not known is assumed to be large and in use.</sub>%n%n");
        }
    }

    private static void row(PrintWriter out, Judged judged, StatementReport statement) {
        String what = statement
                .strongest()
                .filter(effect -> effect.lock() != Lock.NONE)
                .map(EffectWords::of)
                .orElse(
                        statement.findings().isEmpty()
                                ? ""
                                : sentence(statement.findings().getFirst()));
        int suppressed = judged.suppressed(statement).size();
        out.printf(
                "| %s | %s | %s | %s%s |%n",
                statement.risk(),
                statement.line() > 0 ? Integer.toString(statement.line()) : "",
                Escapes.code(shortened(statement.sql())),
                Escapes.markdown(what),
                suppressed == 0 ? "" : " (" + suppressed + " suppressed)");
    }

    private static void details(PrintWriter out, Judged judged, StatementReport statement) {
        out.printf(
                "**%s%s**%n%n",
                Escapes.markdown(judged.file(statement)), statement.line() > 0 ? ":" + statement.line() : "");
        out.printf("%s%n%n", Escapes.fenced(statement.sql()));
        statement.effects().stream()
                .filter(effect -> effect.lock() != Lock.NONE)
                .forEach(effect -> out.printf("- %s%n", Escapes.markdown(EffectWords.of(effect))));
        for (Finding finding : judged.findings(statement)) {
            out.printf("- **%s** `%s`: %s%n", finding.risk(), finding.rule(), Escapes.markdown(finding.reason()));
            if (!finding.saferWay().isBlank()) {
                out.printf("  - instead: %s%n", Escapes.markdown(finding.saferWay()));
            }
        }
        for (Suppressed one : judged.suppressed(statement)) {
            out.printf(
                    "- suppressed: **%s** `%s`, %s%n",
                    one.finding().risk(),
                    one.finding().rule(),
                    Escapes.markdown(one.inSource() ? "because: " + one.why() : "by " + one.why()));
        }
        out.println();
    }

    private static String sentence(Finding finding) {
        return finding.reason() + (finding.saferWay().isBlank() ? "" : " Instead: " + finding.saferWay());
    }

    private static String shortened(String sql) {
        String line = Escapes.line(sql).replaceAll(" +", " ");
        return line.length() <= SQL_WIDTH ? line : line.substring(0, SQL_WIDTH - 1) + "…";
    }
}
