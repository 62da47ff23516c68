package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A table and its data, gone. */
public final class DropTable implements Rule {
    private static final Card CARD = new Card(
                    "drop-table",
                    "DROP TABLE.",
                    "The data is gone for good; running code that uses the table breaks; tables it references are locked against reads and writes for a moment too.",
                    "Stop using it, rename it out of the way or revoke access first, and drop it in a later migration.",
                    List.of(Example.of("DROP TABLE orders"), Example.of("DROP TABLE IF EXISTS customers CASCADE")),
                    List.of(Example.of("CREATE TABLE fresh (id bigint); DROP TABLE fresh")))
            .peers("squawk: ban-drop-table", "atlas: DS102", "django-migration-linter: DROP_TABLE");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.DropTable drop) || situation.createdHere(drop.table())) {
            return Optional.empty();
        }
        if (drop.ifExists() && situation.facts().absent(drop.table())) {
            return Optional.empty();
        }
        String also = drop.cascade() ? " CASCADE takes everything that depends on it along." : "";
        String reason = "Deletes " + situation.describe(drop.table()) + " with all its data." + also;
        if (drop.ifExists() && situation.facts().untold(drop.table())) {
            String gone = situation.facts().qualified(drop.table())
                    + " is not in the schema that was given: if that is whole, nothing is dropped.";
            return Optional.of(situation.finding(CARD, Risk.LOW, gone));
        }
        boolean unused = situation.unused(drop.table()) && !drop.cascade();
        return Optional.of(situation.finding(CARD, unused ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
