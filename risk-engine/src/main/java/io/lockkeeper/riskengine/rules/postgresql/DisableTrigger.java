package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Rules of the data that stop to hold. */
public final class DisableTrigger implements Rule {
    private static final Card CARD = new Card(
                    "disable-trigger",
                    "ALTER TABLE … DISABLE TRIGGER.",
                    "What the trigger kept true is no longer kept; ALL disables the triggers of foreign keys too. Rows written meanwhile are never checked.",
                    "Change the trigger so that it skips what must be skipped; enable it again in the same transaction.",
                    List.of(Example.of("ALTER TABLE orders DISABLE TRIGGER ALL")),
                    List.of(Example.of("ALTER TABLE orders ENABLE TRIGGER ALL")))
            .peers("pgfence");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean disables = operation instanceof TableOperation.ChangeTable change
                && change.change() == TableChange.DISABLE_TRIGGER
                && !situation.createdHere(change.table());
        return disables
                ? Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "What the trigger keeps true of " + situation.describe(((TableOperation) operation).table())
                                + " is no longer kept."))
                : Optional.empty();
    }
}
