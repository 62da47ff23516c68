package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
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

/** A constraint that comes with a new column and is checked at once. */
public final class AddColumnConstraintScan implements Rule {
    private static final Card CARD = new Card(
                    "add-column-constraint-scan",
                    "ADD COLUMN with CHECK, UNIQUE, PRIMARY KEY, or REFERENCES together with a default.",
                    "The table is read, or an index built, while nobody can read or write.",
                    "Add the column alone; add the CHECK or foreign key NOT VALID and VALIDATE it; build a UNIQUE index CONCURRENTLY and add the constraint USING INDEX.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN weight integer CHECK (weight > 0)"),
                            Example.of("ALTER TABLE orders ADD COLUMN number bigint UNIQUE"),
                            Example.of("ALTER TABLE orders ADD COLUMN payer bigint DEFAULT 1 REFERENCES customers")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN payer bigint REFERENCES customers"),
                            Example.of("ALTER TABLE orders ADD COLUMN weight integer")))
            .peers("eugene: E1 (since 0.7.2)");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddColumn add) || situation.createdHere(add.table())) {
            return Optional.empty();
        }
        ColumnDefinition column = add.definition();
        boolean builds = column.has(ConstraintKind.UNIQUE) || column.has(ConstraintKind.PRIMARY_KEY);
        boolean checks = column.has(ConstraintKind.CHECK)
                || (column.has(ConstraintKind.FOREIGN_KEY) && column.defaultExpression() != null);
        if (!builds && !checks) {
            return Optional.empty();
        }
        String reason = (builds ? "Building the constraint's index " : "Checking the new constraint for every row ")
                + situation.blocks() + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.LOW, add.table()), reason));
    }
}
