package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.Narrowing;
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

/** A column takes less, or something else, than before. */
public final class ColumnNarrowed implements Rule {
    private static final Card CARD = new Card(
            "mysql-column-narrowed",
            "MODIFY or CHANGE to another type, a shorter length, fewer or reordered ENUM or SET members, NOT NULL.",
            "Values that do not fit make the statement fail in strict mode and are cut or changed without it; running code may write values that no longer fit.",
            "Look for values that do not fit first; widen in one migration, narrow in a later one when no code needs the old values.",
            List.of(
                    Example.of("ALTER TABLE orders MODIFY code varchar(5)"),
                    Example.of("ALTER TABLE orders MODIFY state enum('new')"),
                    Example.of("ALTER TABLE orders MODIFY note text NOT NULL")),
            List.of(
                    Example.of("ALTER TABLE orders MODIFY code varchar(60)"),
                    Example.of("ALTER TABLE orders MODIFY state enum('new','paid','lost')")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.ChangeColumn change)
                || situation.emptyOrTold(change.table())
                || !Narrowing.possible(change, situation.facts())) {
            return Optional.empty();
        }
        if (Work.quiet(change.table(), situation) && Narrowing.refuses(change, situation.facts())) {
            String tries = "Values of " + change.column() + " in " + situation.describe(change.table())
                    + " that do not fit make it fail at once and change nothing.";
            return Optional.of(situation.finding(CARD, Risk.LOW, tries));
        }
        String reason = "The column " + change.column() + " of " + situation.describe(change.table())
                + " may refuse or cut values that it holds or that running code writes.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }
}
