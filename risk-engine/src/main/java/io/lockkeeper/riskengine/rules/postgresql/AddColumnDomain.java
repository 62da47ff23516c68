package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.AddedColumn;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A column of a domain that must be checked for every row. */
public final class AddColumnDomain implements Rule {
    private static final Card CARD = new Card(
            "add-column-domain",
            "ADD COLUMN of a domain with a constraint, or of a type that is not known.",
            "A constrained domain makes the server write the whole table anew while nobody can read or write, whatever the default.",
            "Use the base type and a CHECK … NOT VALID on the table, then VALIDATE it.",
            List.of(Example.of("ALTER TABLE orders ADD COLUMN contact email_address")),
            List.of(
                    Example.of("ALTER TABLE orders ADD COLUMN state order_state"),
                    Example.of("ALTER TABLE orders ADD COLUMN contact text")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddColumn add)
                || situation.createdHere(add.table())
                || add.definition().defaultExpression() != null
                || add.definition().serial()
                || !add.definition().generated().isEmpty()
                || !AddedColumn.rewrites(add.definition(), situation.facts())) {
            return Optional.empty();
        }
        String reason =
                "The column's type is a domain with a constraint or is not known, so a rewrite must be expected; that "
                        + situation.blocks() + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.MEDIUM, add.table()), reason));
    }
}
