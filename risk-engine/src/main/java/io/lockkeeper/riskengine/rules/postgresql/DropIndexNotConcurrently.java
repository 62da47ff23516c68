package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
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

/** An index dropped under a lock on its table. */
public final class DropIndexNotConcurrently implements Rule {
    private static final Card CARD = new Card(
                    "drop-index-not-concurrently",
                    "DROP INDEX without CONCURRENTLY.",
                    "Reads and writes of the table wait while the drop waits for its lock; queries that used the index become slow.",
                    "DROP INDEX CONCURRENTLY, outside of a transaction.",
                    List.of(
                            Example.of("DROP INDEX orders_note_idx"),
                            Example.of("DROP INDEX IF EXISTS public.orders_note_idx")),
                    List.of(Example.of("DROP INDEX CONCURRENTLY orders_note_idx")))
            .peers(
                    "squawk: require-concurrent-index-deletion",
                    "strong_migrations: remove_index (opt-in)",
                    "atlas: PG102",
                    "django-migration-linter: DROP_INDEX");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.DropIndex drop) || drop.concurrently()) {
            return Optional.empty();
        }
        Optional<TableFacts> table = situation.facts().tableOfIndex(drop.object());
        boolean large = table.isPresent() && !Levels.small(table.get(), situation.thresholds());
        Risk risk = table.isEmpty() || large ? Risk.MEDIUM : Risk.LOW;
        String waits = " once it has the lock, and everybody who comes later waits while it waits for it.";
        String reason = "Dropping the index " + situation.blocks() + waits;
        return Optional.of(situation.finding(CARD, situation.level().max(risk), reason));
    }
}
