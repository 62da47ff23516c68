package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
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

/** A foreign key checked while both tables take no writes. */
public final class AddForeignKeyValidated implements Rule {
    private static final Card CARD = new Card(
                    "add-foreign-key-validated",
                    "ADD FOREIGN KEY without NOT VALID.",
                    "Both tables are compared while neither takes writes.",
                    "ADD … NOT VALID, then VALIDATE CONSTRAINT in a second transaction; index the referencing column first.",
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT payer_fk FOREIGN KEY (payer_id) REFERENCES customers (id)")),
                    List.of(
                            Example.of(
                                    "ALTER TABLE orders ADD CONSTRAINT payer_fk FOREIGN KEY (payer_id) REFERENCES customers (id) NOT VALID"),
                            Example.of(
                                    "CREATE TABLE fresh (id bigint, customer_id bigint); ALTER TABLE fresh ADD FOREIGN KEY (customer_id) REFERENCES customers (id)")))
            .peers(
                    "squawk: adding-foreign-key-constraint",
                    "eugene: E1",
                    "strong_migrations: add_foreign_key",
                    "pgfence",
                    "atlas: PG306");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation.AddConstraint add)
                || add.definition().kind() != ConstraintKind.FOREIGN_KEY
                || situation.createdHere(add.table())
                || add.definition().notValid()
                || !add.definition().enforced()) {
            return Optional.empty();
        }
        ObjectName parent = add.definition().references();
        String also = parent == null ? "" : ", and all writes on " + situation.describe(parent);
        String reason = "Checking every row " + situation.blocks() + also + situation.traffic(add.table()) + ".";
        return Optional.of(situation.finding(CARD, situation.levelAtLeast(Risk.MEDIUM, add.table()), reason));
    }
}
