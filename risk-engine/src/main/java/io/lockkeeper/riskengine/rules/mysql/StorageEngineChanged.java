package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Another storage engine. */
public final class StorageEngineChanged implements Rule {
    private static final Card CARD = new Card(
            "mysql-storage-engine-changed",
            "ENGINE = something other than InnoDB.",
            "No transactions, no crash safety, table locks on every write, no online schema change.",
            "Stay with InnoDB.",
            List.of(Example.of("ALTER TABLE articles ENGINE=MyISAM")),
            List.of(Example.of("ALTER TABLE items ENGINE=InnoDB")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.SetOption option)
                || !option.option().equals("ENGINE")
                || option.value().equals("innodb")
                || situation.createdHere(option.table())) {
            return Optional.empty();
        }
        String reason = situation.describe(option.table()) + " loses InnoDB's transactions and crash safety.";
        return Optional.of(situation.finding(CARD, situation.level().max(Risk.MEDIUM), reason));
    }
}
