package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** CHANGE gives the column another name. */
public final class ColumnRenamed implements Rule {
    private static final Card CARD = new Card(
            "mysql-column-renamed",
            "CHANGE COLUMN with a new name.",
            "Cheap in the database; every running program that uses the old name fails from that moment on.",
            "Add the new column beside the old one, keep both up to date, move the code over, drop the old one later.",
            List.of(Example.of("ALTER TABLE orders CHANGE note remark text")),
            List.of(Example.of("ALTER TABLE orders CHANGE note note text")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.ChangeColumn change)
                || change.column().equals(change.definition().name())
                || situation.createdHere(change.table())) {
            return Optional.empty();
        }
        String reason = "Renames the column " + change.column() + " of " + situation.describe(change.table()) + " to "
                + change.definition().name() + ": running code that uses the old name fails.";
        return Optional.of(situation.finding(CARD, situation.unused(change.table()) ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
