package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.TableFacts;
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

/** A column and its data, gone. */
public final class DropColumn implements Rule {
    private static final Card CARD = new Card(
                    "drop-column",
                    "ALTER TABLE … DROP COLUMN.",
                    "The data is gone for good, and running code that names the column, or reads all columns, breaks.",
                    "Stop using the column in code, release that, and drop it in a later migration; keep a copy if it may be needed.",
                    List.of(Example.of("ALTER TABLE orders DROP COLUMN note")),
                    List.of(
                            Example.of("CREATE TABLE fresh (id bigint, a text); ALTER TABLE fresh DROP COLUMN a"),
                            Example.of("ALTER TABLE orders ALTER COLUMN note DROP DEFAULT")))
            .peers(
                    "squawk: ban-drop-column",
                    "strong_migrations: remove_column",
                    "atlas: DS103",
                    "django-migration-linter: DROP_COLUMN");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.DropColumn drop) || situation.createdHere(drop.table())) {
            return Optional.empty();
        }
        Optional<TableFacts> table = situation.facts().table(drop.table());
        boolean gone = drop.ifExists()
                && table.isPresent()
                && table.get().columnsKnown()
                && situation.facts().certain()
                && table.get().column(drop.column()).isEmpty();
        if (gone) {
            return Optional.empty();
        }
        String reason = "Deletes the column " + drop.column() + " of " + situation.describe(drop.table())
                + " with its data, and breaks running code that still uses it.";
        return Optional.of(situation.finding(CARD, situation.unused(drop.table()) ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
