package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.io.PrintWriter;
import java.util.List;

/** JUnit's XML: a suite for each file, a test for each statement, failed when it is at or above the threshold. */
final class JunitFormat implements LintFormat {
    private static final int NAME_WIDTH = 80;

    @Override
    public void all(PrintWriter out, Run run) {
        out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.println("<testsuites name=\"lockkeeper lint\">");
        run.judged().forEach(judged -> suite(out, judged, run));
        run.refused().forEach(refused -> refused(out, refused));
        out.println("</testsuites>");
    }

    private static void suite(PrintWriter out, Judged judged, Run run) {
        List<StatementReport> statements = judged.report().statements();
        List<Finding> about = judged.report().findings();
        long failures =
                statements.stream().filter(s -> run.failOn().reached(s.risk())).count() + (reached(about, run) ? 1 : 0);
        out.printf(
                "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\" time=\"0\">%n",
                Escapes.xml(judged.unit().name()), statements.size() + (about.isEmpty() ? 0 : 1), failures);
        statements.forEach(statement -> test(out, judged, statement, run));
        if (!about.isEmpty()) {
            String name = judged.unit().name();
            test(out, "the migration as a whole", name, 1, about, worst(about), reached(about, run));
        }
        out.println("  </testsuite>");
    }

    private static boolean reached(List<Finding> findings, Run run) {
        return !findings.isEmpty() && run.failOn().reached(worst(findings));
    }

    private static Risk worst(List<Finding> findings) {
        return findings.stream().map(Finding::risk).reduce(Risk.LOW, Risk::max);
    }

    private static void test(PrintWriter out, Judged judged, StatementReport statement, Run run) {
        String sql = Escapes.line(statement.sql()).replaceAll(" +", " ");
        String shown = sql.length() <= NAME_WIDTH ? sql : sql.substring(0, NAME_WIDTH - 1) + "…";
        test(
                out,
                statement.index() + 1 + ": " + shown,
                judged.file(statement),
                Math.max(1, statement.line()),
                judged.findings(statement),
                statement.risk(),
                run.failOn().reached(statement.risk()));
    }

    private static void test(
            PrintWriter out, String name, String file, int line, List<Finding> findings, Risk risk, boolean fails) {
        out.printf(
                "    <testcase name=\"%s\" classname=\"%s\" file=\"%s\" line=\"%d\" time=\"0\"",
                Escapes.xml(name), Escapes.xml(file), Escapes.xml(file), line);
        if (findings.isEmpty()) {
            out.println("/>");
            return;
        }
        out.println(">");
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings) {
            text.append(finding.risk())
                    .append(' ')
                    .append(finding.rule())
                    .append(": ")
                    .append(finding.reason());
            text.append(finding.saferWay().isBlank() ? "" : "\ninstead: " + finding.saferWay())
                    .append('\n');
        }
        text.append("at ").append(file).append(':').append(line);
        if (fails) {
            out.printf(
                    "      <failure message=\"%s\" type=\"%s\">%s</failure>%n",
                    Escapes.xml(risk + ": " + gravest(findings).reason()),
                    Escapes.xml(gravest(findings).rule()),
                    Escapes.xml(text.toString()).replace("&#10;", "\n"));
        } else {
            out.printf(
                    "      <system-out>%s</system-out>%n",
                    Escapes.xml(text.toString()).replace("&#10;", "\n"));
        }
        out.println("    </testcase>");
    }

    private static Finding gravest(List<Finding> findings) {
        Finding gravest = findings.getFirst();
        for (Finding finding : findings) {
            gravest = finding.risk().compareTo(gravest.risk()) > 0 ? finding : gravest;
        }
        return gravest;
    }

    private static void refused(PrintWriter out, PlanRefused refused) {
        String file = refused.file() == null ? "lockkeeper" : refused.file();
        out.printf(
                "  <testsuite name=\"%s\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\">%n",
                Escapes.xml(file));
        out.printf("    <testcase name=\"can be read\" classname=\"%s\" time=\"0\">%n", Escapes.xml(file));
        out.printf(
                "      <error message=\"%s\" type=\"%s\"/>%n",
                Escapes.xml(refused.describe()), refused.code().name());
        out.println("    </testcase>");
        out.println("  </testsuite>");
    }
}
