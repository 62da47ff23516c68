package io.lockkeeper.cli.lint;

import io.lockkeeper.cli.lint.Judged.Suppressed;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes out of a report what the caller or a comment asks to ignore, and says so. A statement's risk is then that of its
 * remaining findings; the level of its effects counts on only where it was graver than every finding, so that no finding
 * explains it. What cannot be read, and what is certain to fail, stays.
 */
final class Judge {
    static final String WITHOUT_REASON = "suppression-without-reason";
    static final String UNUSED = "suppression-unused";
    static final String UNKNOWN = "suppression-unknown-rule";
    private static final String DOCS = "docs/lint.md#suppressing-a-finding";

    private final LintUnit unit;
    private final Set<String> ignored;
    private final Map<String, List<Suppression>> comments = new LinkedHashMap<>();
    private final Set<Suppression> attached = new HashSet<>();
    private final Map<Integer, List<Suppressed>> suppressed = new HashMap<>();

    private Judge(LintUnit unit, Set<String> ignored) {
        this.unit = unit;
        this.ignored = ignored;
        // A changelog's folder holds files that have nothing to do with it.
        unit.plan().statements().stream()
                .map(PlannedStatement::file)
                .distinct()
                .forEach(path -> comments.put(
                        path, Suppression.of(unit.source(path), unit.plan().dialect())));
    }

    static Judged of(LintUnit unit, Report report, Set<String> ignored, boolean blind) {
        return new Judge(unit, ignored).judge(report, blind);
    }

    private Judged judge(Report report, boolean blind) {
        List<StatementReport> statements = new ArrayList<>();
        report.statements().forEach(statement -> statements.add(judge(statement)));
        List<Finding> about = new ArrayList<>(report.findings());
        about.addAll(unit.about());
        about.removeIf(finding -> {
            boolean leave = ignored.contains(finding.rule()) && !RuleNames.kept(finding);
            if (leave) {
                suppress(-1, finding, "--ignore", false);
            }
            return leave;
        });
        about.addAll(strays());
        Risk risk = Stream.concat(
                        statements.stream().map(StatementReport::risk),
                        about.stream().map(Finding::risk))
                .max(Comparator.naturalOrder())
                .orElse(Risk.LOW);
        return new Judged(unit, report.with(risk, statements, about), suppressed, blind);
    }

    private StatementReport judge(StatementReport statement) {
        List<Suppression> beside = beside(statement);
        List<Finding> remaining = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Finding finding : statement.findings()) {
            Optional<Suppression> by = beside.stream()
                    .filter(s ->
                            s.rules().contains(finding.rule()) && !s.reason().isBlank())
                    .findFirst();
            if (RuleNames.kept(finding)) {
                remaining.add(finding);
            } else if (by.isPresent()) {
                used.add(finding.rule());
                suppress(statement.index(), finding, by.get().reason(), true);
            } else if (ignored.contains(finding.rule())) {
                suppress(statement.index(), finding, "--ignore", false);
            } else {
                remaining.add(finding);
            }
        }
        Risk risk = risk(statement, remaining);
        for (Suppression comment : beside) {
            remaining.addAll(about(comment, used));
        }
        return new StatementReport(
                statement.index(),
                statement.line(),
                statement.file(),
                statement.changeset(),
                statement.sql(),
                gravest(risk, remaining),
                statement.operations(),
                statement.effects(),
                remaining);
    }

    private static Risk risk(StatementReport statement, List<Finding> remaining) {
        boolean unexplained = statement.risk().compareTo(gravest(Risk.LOW, statement.findings())) > 0;
        boolean untouched = remaining.size() == statement.findings().size();
        return unexplained || untouched ? statement.risk() : gravest(Risk.LOW, remaining);
    }

    private static Risk gravest(Risk floor, List<Finding> findings) {
        return findings.stream().map(Finding::risk).reduce(floor, Risk::max);
    }

    private void suppress(int statement, Finding finding, String why, boolean inSource) {
        suppressed.computeIfAbsent(statement, key -> new ArrayList<>()).add(new Suppressed(finding, why, inSource));
    }

    /** Comments on the lines directly above the statement, or at the end of its first line. */
    private List<Suppression> beside(StatementReport statement) {
        List<Suppression> all = comments.getOrDefault(statement.file(), List.of());
        if (all.isEmpty() || statement.line() <= 0) {
            return List.of();
        }
        List<String> lines = unit.source(statement.file()).lines().toList();
        int first = statement.line();
        while (first > 1 && comment(lines.get(first - 2))) {
            first--;
        }
        int from = first;
        List<Suppression> found = all.stream()
                .filter(s -> s.alone() ? s.line() >= from && s.line() < statement.line() : s.line() == statement.line())
                .toList();
        attached.addAll(found);
        return found;
    }

    private static boolean comment(String line) {
        String text = line.strip();
        return text.startsWith("--") || text.startsWith("#");
    }

    private static List<Finding> about(Suppression comment, Set<String> used) {
        List<Finding> findings = new ArrayList<>();
        if (comment.reason().isBlank()) {
            findings.add(new Finding(
                    WITHOUT_REASON,
                    Risk.MEDIUM,
                    "The comment on line " + comment.line() + " suppresses nothing, because it gives no reason.",
                    "-- lockkeeper:ignore " + String.join(",", comment.rules()) + ": why this is safe here",
                    DOCS));
        }
        if (comment.rules().isEmpty()) {
            findings.add(new Finding(
                    UNKNOWN,
                    Risk.LOW,
                    "The comment on line " + comment.line() + " names no rule.",
                    "-- lockkeeper:ignore <rule>: why this is safe here",
                    DOCS));
        }
        for (String rule : comment.rules()) {
            if (!RuleNames.known(rule)) {
                findings.add(new Finding(
                        UNKNOWN,
                        Risk.LOW,
                        "There is no rule " + rule + " (line " + comment.line() + ").",
                        "Did you mean " + RuleNames.nearest(rule) + "?",
                        DOCS));
            } else if (!used.contains(rule) && !comment.reason().isBlank()) {
                findings.add(new Finding(
                        UNUSED,
                        Risk.LOW,
                        RuleNames.PROTECTED.contains(rule)
                                ? "The rule " + rule + " cannot be suppressed (line " + comment.line() + ")."
                                : "The comment on line " + comment.line() + " suppresses nothing: " + rule
                                        + " finds nothing in this statement.",
                        "Remove it.",
                        DOCS));
            }
        }
        return findings;
    }

    /** Comments that stand beside no statement. */
    private List<Finding> strays() {
        List<Finding> findings = new ArrayList<>();
        comments.forEach((path, all) -> all.stream()
                .filter(comment -> !attached.contains(comment))
                .forEach(comment -> findings.add(new Finding(
                        UNUSED,
                        Risk.LOW,
                        "The comment on line " + comment.line() + " of " + unit.shown(path)
                                + " stands beside no statement.",
                        "Put it on the line directly above the statement, or at the end of its first line.",
                        DOCS))));
        return findings;
    }
}
