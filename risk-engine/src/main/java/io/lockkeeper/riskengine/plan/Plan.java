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
 * @param elsewhere some other client than the executor runs it, so that nothing limits its session but what it sets itself
 * @param slips what is wrong with its BEGIN and COMMIT; always empty for the executor, which lets none through
 */
public record Plan(
        Dialect dialect,
        Engine engine,
        Options options,
        List<PlannedStatement> statements,
        List<ChangesetId> skipped,
        boolean elsewhere,
        List<TransactionSlip> slips) {
    public Plan {
        statements = List.copyOf(statements);
        skipped = List.copyOf(skipped);
        slips = List.copyOf(slips);
    }

    /** For the executor. */
    public Plan(
            Dialect dialect,
            Engine engine,
            Options options,
            List<PlannedStatement> statements,
            List<ChangesetId> skipped) {
        this(dialect, engine, options, statements, skipped, false, List.of());
    }

    /** The same, run by some other client. */
    public Plan runElsewhere() {
        return new Plan(dialect, engine, options, statements, skipped, true, slips);
    }

    /** The same client with other statements. */
    Plan with(List<PlannedStatement> others) {
        return new Plan(dialect, engine, options, others, skipped, elsewhere, slips);
    }

    /** For {@link Subject}. */
    public String statementsHash() {
        return Subject.statementsHash(
                statements.stream().map(PlannedStatement::sql).toList());
    }
}
