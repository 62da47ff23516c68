package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.FewRows;
import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
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

/** Every row changed in one go. */
public final class UpdateWithoutWhere implements Rule {
    private static final Card CARD = new Card(
                    "update-without-where",
                    "UPDATE without a WHERE that looks at a column.",
                    "Every row is locked against other writers until the end, written anew, and leaves a dead copy; replicas lag.",
                    "Update in batches by primary key, 1,000 to 10,000 rows each, in transactions of their own.",
                    List.of(
                            Example.of("UPDATE orders SET note = ''"),
                            Example.of("UPDATE orders SET note = '' WHERE 1 = 1"),
                            Example.of("UPDATE orders SET note = '' WHERE true")),
                    List.of(
                            Example.of("UPDATE orders SET note = '' WHERE id = 7"),
                            Example.of("CREATE TABLE fresh (id int); UPDATE fresh SET id = 1")))
            .peers(
                    "pgfence: update-in-migration",
                    "bytebase: statement.where.require",
                    "goInception: check_dml_where",
                    "Yearning: DMLWhere");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof DataOperation.Update update)
                || !FewRows.every(update, situation.facts())
                || situation.createdHere(update.object())) {
            return Optional.empty();
        }
        Optional<TableFacts> table = situation.facts().table(update.object());
        boolean small = table.isPresent() && Levels.small(table.get(), situation.thresholds());
        String reason = "Changes every row of " + situation.describe(update.object())
                + " in one transaction; other writers of these rows wait to its end.";
        return Optional.of(situation.finding(CARD, small ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
