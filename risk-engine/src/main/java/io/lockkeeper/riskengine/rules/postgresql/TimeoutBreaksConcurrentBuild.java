package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.Evolution;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
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

/** A limit that is good for everything else, and leaves half an index here. */
public final class TimeoutBreaksConcurrentBuild implements Rule {
    private static final Card CARD = new Card(
                    "timeout-breaks-concurrent-build",
                    "CREATE INDEX, REINDEX or DROP INDEX CONCURRENTLY under a statement_timeout shorter than it may take, or (run by another client than Lockkeeper's executor) under a lock_timeout below a minute.",
                    "It waits for every older transaction, blocks nobody meanwhile, and cannot be rolled back: a limit that strikes leaves an invalid index that costs every write and serves no read, and that IF NOT EXISTS takes for a good one.",
                    "SET statement_timeout = 0 and SET lock_timeout = 0 before it; look at pg_index.indisvalid afterwards.",
                    List.of(
                            Example.of("SET statement_timeout = '5s'; CREATE INDEX CONCURRENTLY i ON orders (total)"),
                            Example.of("SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY i ON orders (total)")
                                    .script(),
                            Example.of("SET lock_timeout = '2s'; REINDEX INDEX CONCURRENTLY orders_pkey")
                                    .script()),
                    List.of(
                            Example.of("SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY i ON orders (total)"),
                            Example.of(
                                    "SET statement_timeout = '5s'; SET statement_timeout = 0; CREATE INDEX CONCURRENTLY i ON orders (total)"),
                            Example.of("SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON orders (total)")
                                    .script(),
                            Example.of("SET statement_timeout = '5s'; CREATE INDEX i ON fresh_table (a)")))
            .peers(
                    "strong_migrations: index creation resets statement_timeout",
                    "safe-pg-migrations: no timeout for concurrent builds");

    private static final Duration SHORT = Duration.ofMinutes(1);

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!concurrently(operation)
                || situation.effects().stream().allMatch(e -> situation.unused(ObjectName.parse(e.table())))) {
            return Optional.empty();
        }
        Optional<Duration> statement =
                limit(Evolution.STATEMENT_TIMEOUT, situation).filter(limit -> limit.compareTo(longest(situation)) < 0);
        if (statement.isPresent()) {
            return Optional.of(finding(Evolution.STATEMENT_TIMEOUT, situation));
        }
        return limit(Evolution.LOCK_TIMEOUT, situation)
                .filter(limit -> situation.elsewhere() && limit.compareTo(SHORT) < 0)
                .map(limit -> finding(Evolution.LOCK_TIMEOUT, situation));
    }

    private static boolean concurrently(Operation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create -> create.concurrently();
            case IndexOperation.Reindex reindex -> reindex.concurrently();
            case IndexOperation.DropIndex drop -> drop.concurrently();
            default -> false;
        };
    }

    /** What the script has set; nothing when that is no limit. */
    private static Optional<Duration> limit(String name, Situation situation) {
        return Optional.ofNullable(situation.facts().settings().get(name))
                .flatMap(value -> TimeLimit.of(value, Dialect.POSTGRESQL))
                .filter(limit -> !limit.isZero());
    }

    /** It waits for others too, so that even a small table may take a minute. */
    private static Duration longest(Situation situation) {
        double seconds = situation.effects().stream()
                .map(Effect::total)
                .mapToDouble(total -> total.high())
                .max()
                .orElse(0);
        return Duration.ofSeconds((long) seconds).compareTo(SHORT) > 0 ? Duration.ofSeconds((long) seconds) : SHORT;
    }

    private static Finding finding(String name, Situation situation) {
        String value = situation.facts().settings().get(name);
        return situation.finding(
                CARD, Risk.MEDIUM, name + " = " + value + " may end it half-way, and then an invalid index stays.");
    }
}
