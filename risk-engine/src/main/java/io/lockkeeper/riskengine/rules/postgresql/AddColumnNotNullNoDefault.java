package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.AddedColumn;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A mandatory column without a value for the rows that exist. */
public final class AddColumnNotNullNoDefault implements Rule {
    private static final Card CARD = new Card(
                    "add-column-not-null-no-default",
                    "ADD COLUMN … NOT NULL without a default.",
                    "Fails as soon as the table has one row, and running code that does not know the column can no longer insert.",
                    "Add it with a default, or nullable first: fill it in batches, then make it NOT NULL by the way of set-not-null-scan.",
                    List.of(Example.of("ALTER TABLE orders ADD COLUMN state text NOT NULL")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new'"),
                            Example.of("ALTER TABLE orders ADD COLUMN state text"),
                            Example.of(
                                    "CREATE TABLE fresh (id bigint); ALTER TABLE fresh ADD COLUMN state text NOT NULL")))
            .peers(
                    "squawk: adding-required-field",
                    "strong_migrations",
                    "pgfence",
                    "atlas: MF103",
                    "django-migration-linter: NOT_NULL");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddColumn add)
                || !AddedColumn.withoutValue(add.definition())
                || situation.createdHere(add.table())) {
            return Optional.empty();
        }
        String reason = situation.emptyOrTold(add.table())
                ? "Works only while " + situation.describe(add.table()) + " has no row."
                : "Will fail: the rows of " + situation.describe(add.table()) + " have no value for the column.";
        return Optional.of(situation.finding(CARD, situation.without(add.table()), reason));
    }
}
