package io.lockkeeper.cli.lint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.io.PrintWriter;

/** GitLab's code quality report. */
final class GitlabFormat implements LintFormat {
    private final Fingerprints fingerprints = new Fingerprints();

    @Override
    public void all(PrintWriter out, Run run) {
        ArrayNode issues = JsonFormat.JSON.createArrayNode();
        for (Judged judged : run.judged()) {
            for (StatementReport statement : judged.report().statements()) {
                for (Finding finding : judged.findings(statement)) {
                    add(issues, judged.file(statement), statement.line(), statement.sql(), finding);
                }
            }
            judged.report()
                    .findings()
                    .forEach(finding -> add(issues, judged.unit().name(), 1, "", finding));
        }
        for (PlanRefused refused : run.refused()) {
            String file = refused.file() == null ? "" : refused.file();
            Finding finding = new Finding("unreadable", Risk.HIGH, refused.describe(), "", "");
            add(issues, file, refused.line(), "", finding);
        }
        out.println(issues.toPrettyString());
    }

    private void add(ArrayNode issues, String file, int line, String sql, Finding finding) {
        issues.addObject()
                .put(
                        "description",
                        finding.reason() + (finding.saferWay().isBlank() ? "" : " Instead: " + finding.saferWay()))
                .put("check_name", finding.rule())
                .put("fingerprint", fingerprints.of(file, sql, finding))
                .put("severity", severity(finding.risk()))
                .putObject("location")
                .put("path", file.replaceFirst("^\\./", ""))
                .putObject("lines")
                .put("begin", Math.max(1, line));
    }

    private static String severity(Risk risk) {
        return switch (risk) {
            case HIGH -> "critical";
            case MEDIUM -> "major";
            case LOW -> "info";
        };
    }
}
