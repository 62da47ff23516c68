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

/** Queries that used the index become slow. */
public final class IndexDropped implements Rule {
    private static final Card CARD = new Card(
            "mysql-index-dropped",
            "DROP INDEX of a unique index, or on a table that is not small.",
            "Dropping takes a moment; plans that used the index scan the table from then on, and building it again takes long.",
            "Make it INVISIBLE (MySQL 8) or IGNORED (MariaDB 10.6) first and watch; drop it days later.",
            List.of(Example.of("ALTER TABLE orders DROP INDEX orders_note_idx")),
            List.of(Example.of("ALTER TABLE orders DROP FOREIGN KEY orders_customer_fk")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.DropKey drop) || situation.unused(drop.table())) {
            return Optional.empty();
        }
        boolean unique = situation.facts().table(drop.table()).stream()
                .flatMap(table -> table.indexes().stream())
                .anyMatch(i -> i.unique() && i.name().name().equalsIgnoreCase(drop.index()));
        if (!unique && Work.small(drop.table(), situation)) {
            return Optional.empty();
        }
        String reason = unique
                ? "Values that " + drop.index() + " kept apart may repeat in " + situation.describe(drop.table())
                        + " from then on."
                : "Queries that use the index " + drop.index() + " scan " + situation.describe(drop.table())
                        + " from then on.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }
}
