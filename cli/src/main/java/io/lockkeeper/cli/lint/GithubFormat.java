package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.io.PrintWriter;

/** GitHub's workflow commands: a line each, with its own escapes. */
final class GithubFormat implements LintFormat {

    @Override
    public void each(PrintWriter out, Judged judged) {
        for (StatementReport statement : judged.report().statements()) {
            for (Finding finding : judged.findings(statement)) {
                print(out, judged.file(statement), Math.max(1, statement.line()), finding);
            }
        }
        for (Finding finding : judged.report().findings()) {
            print(out, judged.unit().name(), 1, finding);
        }
    }

    private static void print(PrintWriter out, String file, int line, Finding finding) {
        String text = finding.reason() + (finding.saferWay().isBlank() ? "" : " Instead: " + finding.saferWay());
        out.printf(
                "::%s file=%s,line=%d,title=%s::%s%n",
                level(finding.risk()),
                Escapes.property(file),
                line,
                Escapes.property(finding.risk() + " " + finding.rule()),
                Escapes.command(text));
    }

    private static String level(Risk risk) {
        return switch (risk) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "notice";
        };
    }
}
