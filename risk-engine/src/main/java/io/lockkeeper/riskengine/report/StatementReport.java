package io.lockkeeper.riskengine.report;

import io.lockkeeper.riskengine.plan.ChangesetId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement: what it does and what the rules say.
 *
 * @param sql as submitted; {@link Report#masked()} masks it
 * @param line in {@code file}, from 1; 0 when unknown
 */
public record StatementReport(
        int index,
        int line,
        String file,
        @Nullable ChangesetId changeset,
        String sql,
        Risk risk,
        List<OperationReport> operations,
        List<Effect> effects,
        List<Finding> findings) {
    public StatementReport {
        operations = List.copyOf(operations);
        effects = List.copyOf(effects);
        findings = List.copyOf(findings);
    }

    /** The effect that hurts others most: strongest lock, then longest. */
    public Optional<Effect> strongest() {
        return effects.stream().max(Comparator.comparing(Effect::lock).thenComparing(effect -> effect.blocked()
                .high()));
    }

    /** The gravest finding, first one first; it explains the risk in one sentence. */
    public Optional<Finding> gravest() {
        return findings.stream().reduce((a, b) -> b.risk().compareTo(a.risk()) > 0 ? b : a);
    }
}
