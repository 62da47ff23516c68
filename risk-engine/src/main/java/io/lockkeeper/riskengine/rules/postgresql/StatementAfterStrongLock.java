package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Work done while an earlier statement still locks others out. */
public final class StatementAfterStrongLock implements Rule {
    private static final Card CARD = new Card(
                    "statement-after-strong-lock",
                    "A statement that reads, rewrites or changes the rows of a table, after one that blocks reads and writes, in the same transaction.",
                    "The earlier lock is held until the transaction ends, so its table is blocked for the time of all that follows.",
                    "Set options.transaction to \"each\", or put the strong lock last.",
                    List.of(
                            Example.together(
                                    "ALTER TABLE items ADD COLUMN a int; UPDATE orders SET note = '' WHERE total > 10"),
                            Example.together("ALTER TABLE items ADD COLUMN a int; SELECT count(*) FROM orders"),
                            Example.together(
                                    "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ADD CONSTRAINT p FOREIGN KEY (customer_id) REFERENCES customers (id)")),
                    List.of(
                            Example.of(
                                    "ALTER TABLE items ADD COLUMN a int; UPDATE orders SET note = '' WHERE total > 10"),
                            Example.together(
                                    "ALTER TABLE items ADD COLUMN a int; SELECT note FROM orders WHERE id = 1"),
                            Example.together(
                                    "ALTER TABLE items ADD COLUMN a int; SELECT 1 FROM pg_class WHERE relname = 'orders'"),
                            Example.together(
                                    "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ADD COLUMN b int")))
            .peers("eugene: E4", "pgfence: statement-after-access-exclusive");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean works = situation.effects().stream()
                .anyMatch(effect -> effect.scans() && !situation.unused(ObjectName.parse(effect.table())));
        if (!works) {
            return Optional.empty();
        }
        return situation.held().first().map(effect -> finding(effect, situation));
    }

    private static Finding finding(Effect held, Situation situation) {
        String reason = "An earlier statement of the same transaction blocks all reads and writes on "
                + situation.describe(ObjectName.parse(held.table())) + ", and goes on doing so during this one.";
        return situation.finding(
                CARD,
                situation
                        .level()
                        .max(Levels.of(held, situation.facts(), situation.thresholds()))
                        .max(Risk.MEDIUM),
                reason);
    }
}
