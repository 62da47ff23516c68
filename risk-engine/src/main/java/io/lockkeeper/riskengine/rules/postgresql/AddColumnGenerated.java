package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
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

/** A column whose values the server must compute for every row. */
public final class AddColumnGenerated implements Rule {
    private static final Card CARD = new Card(
                    "add-column-generated",
                    "ADD COLUMN serial, bigserial, GENERATED … AS IDENTITY or GENERATED ALWAYS AS (…) STORED.",
                    "The whole table and all its indexes are written anew while nobody can read or write.",
                    "Add a plain column, fill it in batches (a trigger keeps it up to date), then attach the sequence or ADD GENERATED.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN number bigserial"),
                            Example.of("ALTER TABLE orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY"),
                            Example.of(
                                    "ALTER TABLE orders ADD COLUMN doubled integer GENERATED ALWAYS AS (total * 2) STORED")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN number bigint"),
                            Example.of("CREATE TABLE fresh (id bigserial)")))
            .peers(
                    "squawk: adding-field-with-default",
                    "eugene: E11",
                    "strong_migrations: add_column_auto_incrementing, add_column_generated_stored",
                    "pgfence: prefer-identity");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddColumn add) || situation.createdHere(add.table())) {
            return Optional.empty();
        }
        ColumnDefinition column = add.definition();
        boolean computed = column.serial()
                || column.generated().equals("identity")
                || column.generated().equals("stored");
        String reason = "Every row gets a computed value, so the table is rewritten; that " + situation.blocks()
                + situation.traffic(add.table()) + ".";
        return computed
                ? Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.MEDIUM, add.table()), reason))
                : Optional.empty();
    }
}
