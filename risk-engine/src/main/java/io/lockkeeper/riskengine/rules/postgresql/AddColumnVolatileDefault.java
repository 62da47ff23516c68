package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Volatility;
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

/** A default that differs from row to row. */
public final class AddColumnVolatileDefault implements Rule {
    private static final Card CARD = new Card(
                    "add-column-volatile-default",
                    "ADD COLUMN with a default whose value may differ from row to row: random(), clock_timestamp(), gen_random_uuid(), nextval(), or a function that is not known.",
                    "The whole table and all its indexes are written anew while nobody can read or write. now() and constants are stored once and are fine.",
                    "Add the column without a default, SET DEFAULT for new rows, fill old rows in batches.",
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()")
                                    .since(13),
                            Example.of("ALTER TABLE orders ADD COLUMN seen timestamptz DEFAULT clock_timestamp()")),
                    List.of(
                            Example.of("ALTER TABLE orders ADD COLUMN seen timestamptz DEFAULT now()"),
                            Example.of("ALTER TABLE orders ADD COLUMN state text NOT NULL DEFAULT 'new'"),
                            Example.of(
                                            "CREATE TABLE fresh (id bigint); ALTER TABLE fresh ADD COLUMN t uuid DEFAULT gen_random_uuid()")
                                    .since(13)))
            .peers(
                    "squawk: adding-field-with-default",
                    "strong_migrations: add_column_default",
                    "pgfence",
                    "atlas: PG302",
                    "bytebase: column.default-disallow-volatile");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddColumn add) || situation.createdHere(add.table())) {
            return Optional.empty();
        }
        String expression = add.definition().defaultExpression();
        if (expression == null || !Volatility.mayDiffer(expression, situation.facts())) {
            return Optional.empty();
        }
        String reason = "The default may differ from row to row, so the table is rewritten; that " + situation.blocks()
                + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.MEDIUM, add.table()), reason));
    }
}
