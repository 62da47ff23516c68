package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
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

/** NOT VALID and VALIDATE in one transaction: the gentle way undone. */
public final class NotValidValidateTogether implements Rule {
    private static final Card CARD = new Card(
                    "not-valid-validate-together",
                    "VALIDATE CONSTRAINT in the transaction that added the constraint NOT VALID.",
                    "The strong lock of ADD CONSTRAINT is held through the whole check.",
                    "Two transactions: set options.transaction to \"each\", or use two changesets.",
                    List.of(
                            Example.together(
                                    "ALTER TABLE orders ADD CONSTRAINT n CHECK (total > 0) NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT n"),
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT n CHECK (total > 0) NOT VALID, VALIDATE CONSTRAINT n")),
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT n CHECK (total > 0) NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT n")))
            .peers("pgfence: not-valid-validate-same-tx", "strong_migrations: validate_constraint");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.ValidateConstraint validate)
                || situation.createdHere(validate.table())) {
            return Optional.empty();
        }
        ObjectName table = situation.facts().qualified(validate.table());
        boolean together = situation.held().addedConstraint(table, validate.constraint())
                || situation.siblings().stream()
                        .anyMatch(other -> other instanceof TableOperation.AddConstraint add
                                && add.table().equals(validate.table())
                                && validate.constraint().equals(add.definition().name()));
        if (!together) {
            return Optional.empty();
        }
        String reason = "The lock of ADD CONSTRAINT on " + situation.describe(validate.table())
                + " is held while every row is checked, so NOT VALID gains nothing.";
        Optional<TableFacts> known = situation.facts().table(validate.table());
        boolean small = known.isPresent() && Levels.small(known.get(), situation.thresholds());
        return Optional.of(situation.finding(CARD, small ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
