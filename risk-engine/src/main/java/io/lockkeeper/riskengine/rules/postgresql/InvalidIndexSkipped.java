package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** IF NOT EXISTS that takes a broken index for a good one. */
public final class InvalidIndexSkipped implements Rule {
    private static final Card CARD = new Card(
                    "invalid-index-skipped",
                    "CREATE INDEX CONCURRENTLY IF NOT EXISTS while an invalid index of that name exists.",
                    "The server skips the statement and the index stays unusable, while the migration succeeds.",
                    "DROP INDEX CONCURRENTLY the invalid index first, then create it again.",
                    List.of(Example.of(
                            "CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_broken_idx ON orders (payer_id)")),
                    List.of(Example.of("CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_note_idx ON orders (note)")))
            .peers("strong_migrations: remove_invalid_indexes (option)");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.CreateIndex create)
                || !create.ifNotExists()
                || create.name() == null) {
            return Optional.empty();
        }
        String name = create.name().name();
        boolean invalid = situation.facts().table(create.table()).map(TableFacts::indexes).orElse(List.of()).stream()
                .anyMatch(index -> index.name().name().equals(name) && !index.valid());
        String reason = "An invalid index of that name exists on " + situation.describe(create.table())
                + "; the server skips the statement and the index stays unusable.";
        return invalid ? Optional.of(situation.finding(CARD, Risk.HIGH, reason)) : Optional.empty();
    }
}
