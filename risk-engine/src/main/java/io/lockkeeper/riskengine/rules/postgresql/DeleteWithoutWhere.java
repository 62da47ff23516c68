package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.FewRows;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Every row deleted. */
public final class DeleteWithoutWhere implements Rule {
    private static final Card CARD = new Card(
                    "delete-without-where",
                    "DELETE without a WHERE that looks at a column.",
                    "All rows are gone for good; other writers wait; the space is not given back; replicas lag.",
                    "Say which rows in a WHERE, and delete in batches.",
                    List.of(Example.of("DELETE FROM orders"), Example.of("DELETE FROM orders WHERE 1 = 1")),
                    List.of(
                            Example.of("DELETE FROM orders WHERE id = 7"),
                            Example.of("CREATE TABLE fresh (id int); DELETE FROM fresh")))
            .peers(
                    "pgfence: delete-without-where",
                    "bytebase: statement.where.require",
                    "goInception: check_dml_where",
                    "Yearning: DMLWhere");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof DataOperation.Delete delete)
                || !FewRows.every(delete, situation.facts())
                || situation.createdHere(delete.object())) {
            return Optional.empty();
        }
        String reason = "Deletes every row of " + situation.describe(delete.object()) + ".";
        return Optional.of(situation.finding(CARD, situation.without(delete.object()), reason));
    }
}
