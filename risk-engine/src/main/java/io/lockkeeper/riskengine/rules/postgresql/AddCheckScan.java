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

/** A CHECK or NOT NULL constraint verified while nobody can use the table. */
public final class AddCheckScan implements Rule {
    private static final Card CARD = new Card(
                    "add-check-scan",
                    "ADD CONSTRAINT … CHECK or NOT NULL without NOT VALID.",
                    "Every row is read while nobody can read or write.",
                    "ADD CONSTRAINT … NOT VALID, then VALIDATE CONSTRAINT in a second transaction: it reads without blocking reads or writes.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0)"),
                            Example.of("ALTER TABLE orders ADD CHECK (total > 0)")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0) NOT VALID"),
                            Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ADD CHECK (id > 0)")))
            .peers(
                    "squawk: constraint-missing-not-valid",
                    "eugene: E1",
                    "strong_migrations: add_check_constraint",
                    "pgfence",
                    "atlas: PG305",
                    "bytebase: constraint.add-check-not-valid");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddConstraint add)
                || situation.createdHere(add.table())
                || add.definition().notValid()
                || !add.definition().enforced()) {
            return Optional.empty();
        }
        ConstraintKind kind = add.definition().kind();
        if (kind != ConstraintKind.CHECK && kind != ConstraintKind.NOT_NULL) {
            return Optional.empty();
        }
        String reason = "Checking every row " + situation.blocks() + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.LOW, add.table()), reason));
    }
}
