package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ConstraintKind;
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

/** An exclusion constraint, which has no gentle way. */
public final class AddExclude implements Rule {
    private static final Card CARD = new Card(
                    "add-exclude",
                    "ADD CONSTRAINT … EXCLUDE.",
                    "The table is read twice and an index built while nobody can read or write; it cannot be done concurrently.",
                    "Build a new table with the constraint and switch over, or enforce the rule by a trigger.",
                    List.of(Example.of(
                            "ALTER TABLE orders ADD CONSTRAINT no_overlap EXCLUDE USING btree (code WITH =)")),
                    List.of(Example.of(
                            "CREATE TABLE fresh (id int); ALTER TABLE fresh ADD EXCLUDE USING btree (id WITH =)")))
            .peers("eugene: E8", "strong_migrations: add_exclusion_constraint", "pgfence");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddConstraint add)
                || add.definition().kind() != ConstraintKind.EXCLUDE
                || situation.createdHere(add.table())) {
            return Optional.empty();
        }
        String reason = "Building the constraint's index " + situation.blocks() + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.MEDIUM, add.table()), reason));
    }
}
