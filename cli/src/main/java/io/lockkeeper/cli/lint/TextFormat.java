package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.lint.Judged.Suppressed;
import io.lockkeeper.riskengine.report.Confidence;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For a person at a terminal: where, what happens to which table, what to do. */
final class TextFormat implements LintFormat {
    private static final int WIDTH = 110;
    private static final String INDENT = "    ";
    /** How much of a long statement is shown. */
    private static final int LINES = 6;

    @Override
    public void each(PrintWriter out, Judged judged) {
        for (StatementReport statement : judged.report().statements()) {
            boolean silent = statement.findings().isEmpty()
                    && statement.risk() == Risk.LOW
                    && judged.suppressed(statement).isEmpty();
            if (!silent) {
                statement(out, judged, statement);
            }
        }
        Report report = judged.report();
        List<Suppressed> suppressed = judged.suppressed().getOrDefault(-1, List.of());
        if (!report.findings().isEmpty() || !suppressed.isEmpty()) {
            out.printf(
                    "%s: the migration as a whole%n", Escapes.line(judged.unit().name()));
            report.findings().forEach(finding -> finding(out, finding, true));
            suppressed.forEach(one -> suppressed(out, one));
            out.println();
        }
        summary(out, judged);
    }

    private static void statement(PrintWriter out, Judged judged, StatementReport statement) {
        String where = statement.line() > 0 ? ":" + statement.line() : "";
        String changeset = statement.changeset() == null
                ? ""
                : " (changeset " + statement.changeset().id() + " by "
                        + statement.changeset().author() + ")";
        out.printf(
                "%s: %s%n", Escapes.line(judged.file(statement) + where), statement.risk() + Escapes.line(changeset));
        source(out, judged, statement);
        statement.effects().stream()
                .filter(effect -> effect.lock() != Lock.NONE || effect.rewrites() || effect.scans())
                .forEach(effect -> wrapped(out, "", EffectWords.of(effect)));
        boolean several = statement.findings().size() > 1;
        statement.findings().forEach(finding -> finding(out, finding, several));
        judged.suppressed(statement).forEach(one -> suppressed(out, one));
        out.println();
    }

    /** The statement as it stands in the file, underlined. */
    private static void source(PrintWriter out, Judged judged, StatementReport statement) {
        List<String> whole = judged.unit().source(statement.file()).lines().toList();
        List<String> own = statement.sql().lines().toList();
        List<String> shown = new ArrayList<>(own);
        if (statement.line() > 0 && statement.line() <= whole.size()) {
            String first = whole.get(statement.line() - 1);
            if (first.contains(own.getFirst().strip())) {
                shown.set(0, first.stripTrailing());
            }
        }
        int count = Math.min(shown.size(), shown.size() == LINES + 1 ? LINES + 1 : LINES);
        for (int i = 0; i < count; i++) {
            String line = cut(shown.get(i));
            out.printf("%s%s%n", INDENT, line);
            if (i == 0) {
                underline(out, line, own.getFirst().strip().length());
            }
        }
        if (count < shown.size()) {
            out.printf("%s… %d more lines%n", INDENT, shown.size() - count);
        }
    }

    private static void underline(PrintWriter out, String line, int length) {
        int indent = line.length() - line.stripLeading().length();
        out.printf(
                "%s%s%s%n",
                INDENT, " ".repeat(indent), "^".repeat(Math.clamp(line.strip().length(), 1, Math.max(1, length))));
    }

    private static String cut(String line) {
        String clean = Escapes.line(line).stripTrailing();
        return clean.length() > WIDTH ? clean.substring(0, WIDTH - 1) + "…" : clean;
    }

    private static void finding(PrintWriter out, Finding finding, boolean graded) {
        String risk = graded ? " (" + finding.risk() + ")" : "";
        wrapped(out, finding.rule() + risk + ": ", finding.reason());
        if (!finding.saferWay().isBlank()) {
            wrapped(out, "instead: ", finding.saferWay());
        }
    }

    private static void suppressed(PrintWriter out, Suppressed one) {
        wrapped(
                out,
                "suppressed: ",
                one.finding().rule() + " (" + one.finding().risk() + ") "
                        + (one.inSource() ? "because: " + one.why() : "by " + one.why()));
    }

    /** Lines of at most WIDTH characters, the later ones set in below the first. */
    private static void wrapped(PrintWriter out, String label, String text) {
        StringBuilder line = new StringBuilder(INDENT).append(label);
        boolean blank = true;
        for (String word : Escapes.line(text).split(" ")) {
            if (!blank && line.length() + 1 + word.length() > WIDTH + INDENT.length()) {
                out.println(line.toString().stripTrailing());
                line.setLength(0);
                line.append(INDENT).append("  ");
                blank = true;
            }
            line.append(blank ? "" : " ").append(word);
            blank = false;
        }
        out.println(line);
    }

    private static void summary(PrintWriter out, Judged judged) {
        Report report = judged.report();
        int statements = report.statements().size();
        int suppressed = judged.count();
        out.printf(
                "%s: %s, %d statement%s%s%s%n",
                Escapes.line(judged.unit().name()),
                report.risk(),
                statements,
                statements == 1 ? "" : "s",
                suppressed == 0 ? "" : String.format(Locale.ROOT, ", %d suppressed", suppressed),
                basis(judged));
    }

    private static String basis(Judged judged) {
        if (judged.report().confidence() != Confidence.ASSUMED) {
            return "";
        }
        if (!judged.report().analysable()) {
            return " (not all of it could be read)";
        }
        return judged.blind()
                ? " (nothing is known of the tables; --database-url would tell their sizes and use)"
                : " (not all tables are known; what is not known is assumed to be large and in use)";
    }

    @Override
    public void all(PrintWriter out, Run run) {
        if (run.judged().size() + run.refused().size() < 2) {
            return;
        }
        StringBuilder counts = new StringBuilder();
        for (Risk risk : List.of(Risk.HIGH, Risk.MEDIUM, Risk.LOW)) {
            long count = run.judged().stream()
                    .filter(judged -> judged.report().risk() == risk)
                    .count();
            if (count > 0) {
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(risk);
            }
        }
        if (!run.refused().isEmpty()) {
            counts.append(counts.isEmpty() ? "" : ", ")
                    .append(run.refused().size())
                    .append(" not read");
        }
        out.printf("%n%d files: %s%n", run.judged().size() + run.refused().size(), counts);
    }
}
