package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** An index built under a lock that stops all writes. */
public final class CreateIndexNotConcurrently implements Rule {
    private static final Card CARD = new Card(
                    "create-index-not-concurrently",
                    "CREATE INDEX without CONCURRENTLY on a table that exists already.",
                    "Writes to the table stop until the index is built; reads go on. Above the small limit it is at least MEDIUM, and HIGH when the table takes writes all the time (thresholds smallRows, smallBytes, busyWritesPerSecond).",
                    "CREATE INDEX CONCURRENTLY, in a migration without a surrounding transaction; check afterwards that the index is valid.",
                    List.of(
                            Example.of("CREATE INDEX orders_total_idx ON orders (total)"),
                            Example.of(
                                    "CREATE UNIQUE INDEX orders_code_idx ON public.orders (code) WHERE code IS NOT NULL")),
                    List.of(
                            Example.of("CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total)"),
                            Example.of("CREATE TABLE fresh (id bigint); CREATE INDEX fresh_idx ON fresh (id)")))
            .peers(
                    "squawk: require-concurrent-index-creation",
                    "eugene: E6",
                    "strong_migrations: add_index",
                    "pgfence",
                    "atlas: PG101",
                    "bytebase: index.create-concurrently",
                    "django-migration-linter: CREATE_INDEX");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.CreateIndex create)
                || create.concurrently()
                || (create.only() && situation.effects().stream().noneMatch(Effect::scans))
                || situation.createdHere(create.table())) {
            return Optional.empty();
        }
        String reason = "Building the index " + situation.blocks() + situation.traffic(create.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.LOW, create.table()), reason));
    }
}
