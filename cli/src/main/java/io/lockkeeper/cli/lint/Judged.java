package io.lockkeeper.cli.lint;

import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.StatementReport;
import java.util.List;
import java.util.Map;

/**
 * One migration's report after ignored rules and comments were heeded.
 *
 * @param report with the findings and risks that remain
 * @param suppressed by statement index; -1 for the migration as a whole
 * @param blind neither a database nor a file told anything about tables
 */
record Judged(LintUnit unit, Report report, Map<Integer, List<Suppressed>> suppressed, boolean blind) {
    Judged {
        suppressed = Map.copyOf(suppressed);
    }

    /**
     * A finding that does not count.
     *
     * @param why the reason that somebody gave
     * @param inSource by a comment; false: by {@code --ignore}
     */
    record Suppressed(Finding finding, String why, boolean inSource) {}

    List<Suppressed> suppressed(StatementReport statement) {
        return suppressed.getOrDefault(statement.index(), List.of());
    }

    /** Every statement with a risk has a finding here: one that its effects make, where no rule said anything. */
    List<Finding> findings(StatementReport statement) {
        if (!statement.findings().isEmpty() || statement.risk() == Risk.LOW) {
            return statement.findings();
        }
        String reason = statement
                .strongest()
                .map(effect -> EffectWords.of(effect) + ".")
                .orElse("The statement is dangerous.");
        return List.of(new Finding(EffectWords.RULE, statement.risk(), reason, "", "docs/lint.md#effect"));
    }

    String file(StatementReport statement) {
        return unit.shown(statement.file());
    }

    int count() {
        return suppressed.values().stream().mapToInt(List::size).sum();
    }
}
