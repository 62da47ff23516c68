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

/** A materialised view that nobody can read while it is filled. */
public final class RefreshMaterializedView implements Rule {
    private static final Card CARD = new Card(
                    "refresh-materialized-view",
                    "REFRESH MATERIALIZED VIEW without CONCURRENTLY.",
                    "Readers of the view wait until the query behind it is done.",
                    "REFRESH … CONCURRENTLY; it needs a unique index on the view.",
                    List.of(Example.of("REFRESH MATERIALIZED VIEW order_totals")),
                    List.of(Example.of("REFRESH MATERIALIZED VIEW CONCURRENTLY order_totals")))
            .peers("pgfence");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof OtherOperation.RefreshMaterializedView refresh) || refresh.concurrently()) {
            return Optional.empty();
        }
        String reason = "Filling the view " + situation.blocks() + " or longer: the query behind it is not estimated.";
        return Optional.of(situation.finding(CARD, situation.level().max(Risk.MEDIUM), reason));
    }
}
