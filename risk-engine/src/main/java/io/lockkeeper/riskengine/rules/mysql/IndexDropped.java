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
            "DROP INDEX on a table that is not small.",
            "Dropping takes a moment; plans that used the index scan the table from then on, and building it again takes long.",
            "Make it INVISIBLE (MySQL 8) or IGNORED (MariaDB 10.6) first and watch; drop it days later.",
            List.of(Example.of("ALTER TABLE orders DROP INDEX orders_note_idx")),
            List.of(Example.of("ALTER TABLE items DROP INDEX items_label_key")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.DropKey drop)
                || situation.createdHere(drop.table())
                || Work.small(drop.table(), situation)) {
            return Optional.empty();
        }
        String reason = "Queries that use the index " + drop.index() + " scan " + situation.describe(drop.table())
                + " from then on.";
        return Optional.of(
                situation.finding(CARD, Work.large(drop.table(), situation) ? Risk.MEDIUM : Risk.LOW, reason));
    }
}
