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

/** The same table read or written twice. */
public final class SeveralAltersCouldBeOne implements Rule {
    private static final Card CARD = new Card(
                    "several-alters-could-be-one",
                    "An ALTER TABLE that scans or rewrites a table which an earlier ALTER TABLE of the same transaction was about.",
                    "Each statement reads or writes the whole table again, under the same lock; one statement with several actions does it once.",
                    "Put the actions into one ALTER TABLE. Keep apart: SET NOT NULL and the DROP of the CHECK that proves it; NOT VALID and VALIDATE.",
                    List.of(
                            Example.together(
                                    "ALTER TABLE orders ALTER COLUMN total TYPE bigint; ALTER TABLE orders ALTER COLUMN payer_id TYPE integer")),
                    List.of(
                            Example.together(
                                    "ALTER TABLE orders ADD COLUMN a int; ALTER TABLE orders ADD COLUMN b int"),
                            Example.of(
                                    "ALTER TABLE orders ALTER COLUMN total TYPE bigint; ALTER TABLE orders ALTER COLUMN payer_id TYPE integer")))
            .peers("eugene: W12", "bytebase: statement.merge-alter-table");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation table)
                || operation instanceof TableOperation.ValidateConstraint
                || situation.createdHere(table.table())) {
            return Optional.empty();
        }
        boolean works = situation.effects().stream().anyMatch(effect -> effect.scans() || effect.rewrites());
        boolean again = situation.held().altered(situation.facts().qualified(table.table()));
        String reason = "An earlier statement of the transaction altered " + situation.describe(table.table())
                + " too; in one statement the rows are gone through once.";
        return works && again ? Optional.of(situation.finding(CARD, Risk.LOW, reason)) : Optional.empty();
    }
}
