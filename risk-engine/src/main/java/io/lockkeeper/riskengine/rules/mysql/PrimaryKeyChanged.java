package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
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

/** The key that orders the rows is dropped or replaced. */
public final class PrimaryKeyChanged implements Rule {
    private static final Card CARD = new Card(
                    "mysql-primary-key-changed",
                    "ALTER TABLE … DROP PRIMARY KEY, with or without a new one.",
                    "InnoDB stores rows in the order of this key, so all rows and all indexes are written anew; without one, row-based replication searches the whole table for each change.",
                    "Put the new key into the same ALTER, and let gh-ost or pt-osc do it on a large table.",
                    List.of(
                            Example.of("ALTER TABLE orders DROP PRIMARY KEY"),
                            Example.of("ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, customer_id)")),
                    List.of(Example.of("ALTER TABLE orders DROP INDEX orders_note_idx")))
            .onMariadb(
                    "Put the new key into the same ALTER, which MariaDB carries out in place with LOCK=NONE; let pt-osc do it on a large table (gh-ost's releases do not run on MariaDB).");

    @Override
    public Card card() {
        return CARD;
    }

    private static boolean keys(Operation operation) {
        return switch (operation) {
            case TableOperation.AddConstraint add -> add.definition().kind() == ConstraintKind.PRIMARY_KEY;
            case TableOperation.AddColumn add -> add.definition().has(ConstraintKind.PRIMARY_KEY);
            default -> false;
        };
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.DropPrimaryKey drop) || situation.createdHere(drop.table())) {
            return Optional.empty();
        }
        String reason = "Takes the primary key of " + situation.describe(drop.table())
                + " away: every row is stored anew, and running code and replication may rely on it.";
        boolean kept = situation.siblings().stream().anyMatch(PrimaryKeyChanged::keys);
        boolean quiet = situation.emptyOrTold(drop.table()) || Work.quiet(drop.table(), situation);
        Risk floor = kept && quiet ? Risk.LOW : Risk.MEDIUM;
        return Optional.of(situation.finding(CARD, situation.level().max(floor), reason));
    }
}
