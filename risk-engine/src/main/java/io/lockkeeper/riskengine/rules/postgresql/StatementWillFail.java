package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Certain to be refused by the server, by its own grammar or by what is known of the live target. */
public final class StatementWillFail implements Rule {
    private static final Card CARD = new Card(
            "statement-will-fail",
            "A statement that is not valid SQL, or about something that is not there, or that is there already, or that others depend on.",
            "The server refuses it; what ran before it in other transactions stays.",
            "Correct the statement, or the order of the migration, for this target.",
            List.of(
                    Example.of("ALTER TABLE nowhere ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ALTER COLUMN nothing SET NOT NULL"),
                    Example.of("ALTER TABLE orders ADD COLUMN note text"),
                    Example.of("CREATE TABLE orders (id int)"),
                    Example.of("CREATE INDEX orders_note_idx ON orders (note)"),
                    Example.of("DROP TABLE nowhere"),
                    Example.of("ALTER TABLE orders DROP CONSTRAINT nothing"),
                    Example.of("DROP TABLE customers"),
                    Example.of("DROP INDEX orders_pkey"),
                    Example.of("ALTER TABLE items ALTER COLUMN label TYPE varchar(5)"),
                    Example.of("DELETE FROM nowhere WHERE id = 1"),
                    Example.of("DROP TABLE orders; ALTER TABLE orders ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ALTER COLUMN note TYPE integer"),
                    Example.of("ALTER TABLE orders ALTER COLUMN total TYPE boolean"),
                    Example.of("ALTER TABLE orders ALTER COLUMN id DROP NOT NULL"),
                    Example.of("ALTER TABLE orders ADD COLUMN doubled integer DEFAULT total * 2"),
                    Example.of("ALTER TABLE orders ADD COLUMN a int DEFAULT 1, ALTER COLUMN a DROP DEFAULT"),
                    Example.of("ALTER TABLE orders ADD CONSTRAINT u UNIQUE USING INDEX orders_note_lower_idx"),
                    Example.of("ALTER TABLE orders ALTER COLUMN total ADD GENERATED ALWAYS AS IDENTITY"),
                    Example.of("ALTER TABLE events_2026 ADD COLUMN a int"),
                    Example.of("ALTER TABLE events DETACH PARTITION items"),
                    Example.of("ALTER TABLE items NO INHERIT customers"),
                    Example.of("CREATE INDEX recent ON orders (id) WHERE created_at > now()"),
                    Example.of("CREATE TYPE order_state AS ENUM ('a')"),
                    Example.of("DROP TYPE order_state"),
                    Example.of("UPDATE orders SET nothing = 1 WHERE id = 7"),
                    Example.of("INSERT INTO orders (id, nothing) VALUES (9000002, 1)"),
                    Example.of("DELETE FROM order_totals WHERE id = 1"),
                    Example.of("ALTER TABLE orders AD note text"),
                    Example.of("SELECT 1 FORM orders")),
            List.of(
                    Example.of("DROP TABLE IF EXISTS nowhere"),
                    Example.of("ALTER TABLE IF EXISTS nowhere ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ADD COLUMN IF NOT EXISTS note text"),
                    Example.of("CREATE TABLE IF NOT EXISTS orders (id int)"),
                    Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ALTER COLUMN total TYPE numeric"),
                    Example.of("ALTER TABLE orders ADD COLUMN a int DEFAULT 1, ALTER COLUMN a SET NOT NULL"),
                    Example.of(
                            "CREATE TABLE copied AS SELECT id FROM items; ALTER TABLE copied ALTER COLUMN id SET NOT NULL"),
                    Example.of("DROP TRIGGER IF EXISTS nothing ON items"),
                    Example.of(
                            "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ALTER COLUMN a SET DEFAULT 1")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (operation instanceof OtherOperation.Unreadable unreadable && unreadable.refused()) {
            String reason = "Will fail: PostgreSQL refuses it: " + unreadable.reason() + ".";
            return Optional.of(situation.finding(CARD, Risk.HIGH, reason));
        }
        if (!situation.facts().certain() || handlesErrors(situation.statement().sql())) {
            return Optional.empty();
        }
        return Failure.of(operation, situation)
                .map(why -> situation.finding(CARD, Risk.HIGH, "Will fail: " + why + "."));
    }

    /** What fails in a DO block may be caught there, or not be reached. */
    private static boolean handlesErrors(String sql) {
        return sql.stripLeading().regionMatches(true, 0, "DO", 0, 2);
    }
}
