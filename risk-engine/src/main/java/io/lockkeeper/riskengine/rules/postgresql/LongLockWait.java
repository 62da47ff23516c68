package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.Evolution;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A lock that is waited for without a limit worth the name. */
public final class LongLockWait implements Rule {
    private static final Card CARD = new Card(
                    "long-lock-wait",
                    "A statement that needs a table for itself while the session's lock_timeout (lock_wait_timeout of MySQL and MariaDB) is off or longer than 10 s, by SET or by the option lockTimeout.",
                    "While the statement waits for its lock, everybody who comes later waits behind it: one forgotten transaction stops the table for as long as that.",
                    "Leave the limit to the option lockTimeout (3 s unless told otherwise, and tried again), or set a few seconds.",
                    List.of(
                            Example.of("SET lock_timeout = 0; ALTER TABLE orders ADD COLUMN a int"),
                            Example.of("SET lock_timeout TO '1min'; DROP TABLE customers"),
                            Example.of("RESET lock_timeout; ALTER TABLE orders ADD COLUMN a int"),
                            Example.together("SET LOCAL lock_timeout = '30s'; ALTER TABLE orders ADD COLUMN a int")),
                    List.of(
                            Example.of("SET lock_timeout = '2s'; ALTER TABLE orders ADD COLUMN a int"),
                            Example.of("SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON orders (total)"),
                            Example.of("SET LOCAL lock_timeout = 0; ALTER TABLE orders ADD COLUMN a int"),
                            Example.together(
                                    "SET lock_timeout = 0; SET LOCAL lock_timeout = '500ms'; ALTER TABLE orders ADD COLUMN a int")))
            .peers("squawk: require-timeout-settings", "eugene: E9", "pgfence: missing-lock-timeout");

    private static final Duration LONG = Duration.ofSeconds(10);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (operation instanceof DataOperation) {
            return Optional.empty();
        }
        boolean postgresql = situation.facts().dialect() == Dialect.POSTGRESQL;
        String name = postgresql ? Evolution.LOCK_TIMEOUT : Evolution.LOCK_WAIT_TIMEOUT;
        String limit = situation
                .held()
                .lockTimeout()
                .orElse(situation.facts().settings().get(name));
        // A session without a limit that nobody ever speaks of is what no-time-limit is about.
        if (limit == null || !tooLong(limit, situation.facts().dialect())) {
            return Optional.empty();
        }
        // MySQL's ALTER TABLE needs the table for itself for a moment at least, whatever its algorithm.
        return situation.effects().stream()
                .filter(effect -> !postgresql || effect.blocks() == Blocks.READS_AND_WRITES)
                .filter(effect -> !situation.unused(ObjectName.parse(effect.table())))
                .findFirst()
                .map(effect -> situation.finding(CARD, Risk.MEDIUM, reason(effect, name, limit, situation)));
    }

    private static String reason(Effect effect, String name, String limit, Situation situation) {
        return "Waits for " + situation.describe(ObjectName.parse(effect.table())) + " with " + name + " = " + limit
                + "; everybody who comes later waits behind it.";
    }

    /** 0 is for ever, and so is what the role has by default; what cannot be understood is taken for that. */
    private static boolean tooLong(String limit, Dialect dialect) {
        return TimeLimit.of(limit, dialect)
                .filter(time -> !time.isZero() && time.compareTo(LONG) <= 0)
                .isEmpty();
    }
}
