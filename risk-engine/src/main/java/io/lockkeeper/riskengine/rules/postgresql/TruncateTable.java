package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** All rows, gone. */
public final class TruncateTable implements Rule {
    private static final Card CARD = new Card(
                    "truncate-table",
                    "TRUNCATE.",
                    "All rows are gone for good while nobody can read or write; transactions that began earlier see an empty table.",
                    "DELETE in batches, or confirm that nobody needs the rows.",
                    List.of(Example.of("TRUNCATE orders"), Example.of("TRUNCATE TABLE customers CASCADE")),
                    List.of(Example.of("CREATE TABLE fresh (id bigint); TRUNCATE fresh")))
            .peers("squawk: ban-truncate-cascade", "bytebase: disallow-truncate");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof DataOperation.Truncate truncate) || situation.createdHere(truncate.object())) {
            return Optional.empty();
        }
        boolean alone = situation.facts().certain()
                && situation
                        .facts()
                        .table(truncate.object())
                        .filter(table -> table.referencedBy().isEmpty())
                        .isPresent();
        boolean cascades = truncate.cascade() && !alone;
        String also = cascades ? " CASCADE empties every table that references it." : "";
        String reason = "Deletes all rows of " + situation.describe(truncate.object()) + "." + also;
        return Optional.of(
                situation.finding(CARD, cascades ? Risk.HIGH : situation.without(truncate.object()), reason));
    }
}
