package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Indexes built anew under a lock that stops every query. */
public final class ReindexNotConcurrently implements Rule {
    private static final Card CARD = new Card(
                    "reindex-not-concurrently",
                    "REINDEX without CONCURRENTLY.",
                    "Writes stop, and so does nearly every read: planning a query opens all indexes of its tables.",
                    "REINDEX … CONCURRENTLY (12 and newer), outside of a transaction, one index at a time.",
                    List.of(Example.of("REINDEX TABLE orders"), Example.of("REINDEX INDEX orders_note_idx")),
                    List.of(
                            Example.of("REINDEX INDEX CONCURRENTLY orders_note_idx"),
                            Example.of("REINDEX TABLE CONCURRENTLY items")))
            .peers("squawk: require-concurrent-reindex", "django-migration-linter: REINDEX");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof IndexOperation.Reindex reindex) || reindex.concurrently()) {
            return Optional.empty();
        }
        if (reindex.object() == null) {
            return Optional.of(situation.finding(
                    CARD,
                    Risk.HIGH,
                    "Builds every index of a whole schema or database anew, each under a strong lock."));
        }
        String reason = "Building the indexes anew " + situation.blocks() + ".";
        return Optional.of(situation.finding(CARD, risk(situation), reason));
    }

    /** The level says all where every table is known to be small. */
    private static Risk risk(Situation situation) {
        boolean small = !situation.effects().isEmpty()
                && situation.effects().stream().allMatch(e -> situation.small(ObjectName.parse(e.table())));
        return small ? situation.level() : situation.level().max(Risk.MEDIUM);
    }
}
