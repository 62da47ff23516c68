package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Locks that add up, and may wait for each other in a ring. */
public final class TwoTablesLockedInOneTransaction implements Rule {
    private static final Card CARD = new Card(
                    "two-tables-locked-in-one-transaction",
                    "A statement that blocks writes on one table while an earlier one of the same transaction keeps another table blocked.",
                    "The first table stays blocked while the second lock is waited for; with code that uses both in the other order it is a deadlock.",
                    "One table per transaction: set options.transaction to \"each\", or use a changeset for each.",
                    List.of(Example.together(
                            "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE items ADD COLUMN a int")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN a int; ALTER TABLE items ADD COLUMN a int"),
                            Example.together(
                                    "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ADD COLUMN b int"),
                            Example.together(
                                    "CREATE TABLE fresh (id int); CREATE INDEX fresh_idx ON fresh (id); ALTER TABLE items ADD COLUMN a int")))
            .peers("pgfence: wide-lock-window");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return situation.effects().stream()
                .filter(effect -> effect.blocks().compareTo(Blocks.WRITES) >= 0)
                .filter(effect -> !situation.createdHere(ObjectName.parse(effect.table())))
                .findFirst()
                .flatMap(effect ->
                        situation.held().lockedOtherThan(effect.table()).map(held -> finding(effect, held, situation)));
    }

    private static Finding finding(Effect effect, Effect held, Situation situation) {
        return situation.finding(
                CARD,
                Risk.MEDIUM,
                situation.describe(ObjectName.parse(held.table())) + " stays blocked while this waits for "
                        + situation.describe(ObjectName.parse(effect.table()))
                        + "; code that uses both in the other order can deadlock with it.");
    }
}
