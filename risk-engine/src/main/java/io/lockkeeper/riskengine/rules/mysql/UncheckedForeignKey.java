package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** A foreign key that existing rows never had to keep. */
public final class UncheckedForeignKey implements Rule {
    private static final Card CARD = new Card(
            "mysql-unchecked-foreign-key",
            "ADD FOREIGN KEY while foreign_key_checks is off, or REFERENCES at a column, which MySQL reads and forgets.",
            "Rows that break the key stay; or there is no key at all, although the statement succeeds.",
            "Look for rows without a parent first, and write the key as a FOREIGN KEY clause of its own.",
            List.of(
                    Example.of(
                            "SET foreign_key_checks = 0; ALTER TABLE orders ADD CONSTRAINT payer FOREIGN KEY (payer_id) REFERENCES customers (id)"),
                    Example.of("ALTER TABLE orders ADD COLUMN seller_id bigint REFERENCES customers (id)")),
            List.of(Example.of("ALTER TABLE items ADD COLUMN note text")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean inline = operation instanceof TableOperation.AddColumn add
                && add.definition().has(ConstraintKind.FOREIGN_KEY)
                && situation.facts().dialect() == Dialect.MYSQL
                && situation.facts().major() < 9;
        if (inline) {
            return Optional.of(situation.finding(
                    CARD,
                    Risk.MEDIUM,
                    "MySQL reads REFERENCES at a column and forgets it: there will be no foreign key."));
        }
        String checks = situation.facts().settings().getOrDefault("foreign_key_checks", "1");
        boolean key = operation instanceof TableOperation.AddConstraint constraint
                && constraint.definition().kind() == ConstraintKind.FOREIGN_KEY
                && !situation.createdHere(constraint.table());
        boolean off = checks.equals("0") || checks.equalsIgnoreCase("off");
        return key && off
                ? Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "foreign_key_checks is off: rows that break the new key stay and are never found."))
                : Optional.empty();
    }
}
