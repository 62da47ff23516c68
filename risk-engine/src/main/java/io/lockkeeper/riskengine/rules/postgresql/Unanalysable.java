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

/** Not understood, so the worst is assumed. */
public final class Unanalysable implements Rule {
    private static final Card CARD = new Card(
                    "unanalysable",
                    "A statement that cannot be read with certainty: CALL, EXECUTE, DO blocks with variables, loops or dynamic SQL, functions with unknown effects, forms that the readers do not know or understand differently.",
                    "Unknown. It is never below HIGH.",
                    "Write plain SQL statements, or have a person read it.",
                    List.of(
                            Example.of("DO $$ BEGIN EXECUTE 'DELETE FROM orders'; END $$"),
                            Example.of("SELECT archive_orders()"),
                            Example.of("CALL archive()"),
                            Example.of("DO $$ DECLARE n int; BEGIN DELETE FROM items WHERE id = n; END $$")),
                    List.of(
                            Example.of("SELECT count(*) FROM orders"),
                            Example.of("SELECT 1"),
                            Example.of(
                                    "DO $$ BEGIN CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN NULL; END $$"),
                            Example.of(
                                            "MERGE INTO items USING customers ON items.id = customers.id WHEN MATCHED THEN DELETE")
                                    .since(15),
                            Example.of("ALTER TABLE orders AD note text")))
            .peers("strong_migrations: execute");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof OtherOperation.Unreadable unreadable) || unreadable.refused()) {
            return Optional.empty();
        }
        String reason = "Cannot be analysed: " + unreadable.reason() + ". Nothing is known about what it does.";
        return Optional.of(situation.finding(CARD, Risk.HIGH, reason));
    }
}
