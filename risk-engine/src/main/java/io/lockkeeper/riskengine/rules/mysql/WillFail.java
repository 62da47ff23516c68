package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Certain to be refused by the server, by what is known of the target. */
public final class WillFail implements Rule {
    private static final Card CARD = new Card(
            "mysql-will-fail",
            "A statement about something that is not there, or that is there already, or that a foreign key keeps as it is; a column or key that cannot be as it is defined; words that the other server knows.",
            "The server refuses it; what ran before it stays, because each DDL statement commits by itself.",
            "Correct the statement, or the order of the migration, for this target.",
            List.of(
                    Example.of("ALTER TABLE nowhere ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ADD COLUMN note text"),
                    Example.of("ALTER TABLE orders DROP COLUMN nothing"),
                    Example.of("ALTER TABLE orders MODIFY nothing int"),
                    Example.of("ALTER TABLE orders DROP INDEX nothing"),
                    Example.of("ALTER TABLE orders ADD INDEX orders_note_idx (total)"),
                    Example.of("CREATE TABLE orders (id int)"),
                    Example.of("DROP TABLE customers"),
                    Example.of("ALTER TABLE orders ADD COLUMN a int AFTER nothing"),
                    Example.of("ALTER TABLE orders DROP FOREIGN KEY nothing"),
                    Example.of("ALTER TABLE orders DROP INDEX orders_customer_fk"),
                    Example.of("ALTER TABLE orders ADD PRIMARY KEY (note)"),
                    Example.of("ALTER TABLE orders ADD FOREIGN KEY (total) REFERENCES customers (id)"),
                    Example.of("ALTER TABLE orders MODIFY customer_id int"),
                    Example.of("UPDATE orders SET nothing = 1 WHERE id = 1")),
            List.of(
                    Example.of("DROP TABLE IF EXISTS nowhere"),
                    Example.of("CREATE TABLE IF NOT EXISTS orders (id int)"),
                    Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ADD COLUMN a int, ADD INDEX by_a (a)")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return Failures.of(operation, situation)
                .map(why -> situation.finding(CARD, Risk.HIGH, "Will fail: " + why + "."));
    }
}
