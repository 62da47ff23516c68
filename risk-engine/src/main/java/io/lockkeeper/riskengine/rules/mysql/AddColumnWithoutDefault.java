package io.lockkeeper.riskengine.rules.mysql;

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

/** A column that old code cannot fill. */
public final class AddColumnWithoutDefault implements Rule {
    private static final Card CARD = new Card(
            "mysql-add-column-without-default",
            "ADD COLUMN … NOT NULL without a default.",
            "Existing rows get an empty value or zero; under strict mode, INSERTs of running code that do not name the column fail.",
            "Give it a default, or add it as NULL, let the code fill it, and make it NOT NULL later.",
            List.of(Example.of("ALTER TABLE orders ADD COLUMN channel varchar(10) NOT NULL")),
            List.of(
                    Example.of("ALTER TABLE orders ADD COLUMN channel varchar(10) NOT NULL DEFAULT 'web'"),
                    Example.of("ALTER TABLE orders ADD COLUMN channel varchar(10)")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddColumn add) || situation.emptyOrTold(add.table())) {
            return Optional.empty();
        }
        boolean filled = !add.definition().notNull()
                || add.definition().defaultExpression() != null
                || !add.definition().generated().isEmpty()
                || add.definition().has(ConstraintKind.PRIMARY_KEY);
        String reason = "INSERTs of running code into " + situation.describe(add.table()) + " that do not name "
                + add.column() + " fail in strict mode; existing rows get an empty value.";
        return filled ? Optional.empty() : Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }
}
