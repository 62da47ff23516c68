package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.Subject;
import java.util.List;

/**
 * Everything that would run on the target, in order.
 *
 * @param skipped changesets that already ran there and are left out
 */
public record Plan(
        Dialect dialect, Engine engine, Options options, List<PlannedStatement> statements, List<ChangesetId> skipped) {
    public Plan {
        statements = List.copyOf(statements);
        skipped = List.copyOf(skipped);
    }

    /** For {@link Subject}. */
    public String statementsHash() {
        return Subject.statementsHash(
                statements.stream().map(PlannedStatement::sql).toList());
    }
}
