package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Rows of a partition, gone. */
public final class PartitionLost implements Rule {
    private static final Card CARD = new Card(
            "mysql-partition-lost",
            "DROP, TRUNCATE or DISCARD of a partition, and DISCARD TABLESPACE.",
            "The rows are gone for good, without a row in the binary log that could bring them back.",
            "EXCHANGE the partition with an empty table first, keep that table until nobody needs it, drop it later.",
            List.of(
                    Example.of("ALTER TABLE events DROP PARTITION p2025"),
                    Example.of("ALTER TABLE events TRUNCATE PARTITION p2025"),
                    Example.of("ALTER TABLE articles DISCARD TABLESPACE")),
            List.of(Example.of("ALTER TABLE events ADD PARTITION (PARTITION p2030 VALUES LESS THAN (2031))")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean loses = situation.effects().stream().anyMatch(Effect::dataLoss);
        boolean partition = operation instanceof MysqlOperation.ChangePartitions
                || operation instanceof MysqlOperation.ChangeTablespace;
        if (!loses || !partition) {
            return Optional.empty();
        }
        MysqlOperation own = (MysqlOperation) operation;
        String reason = "Deletes rows of " + situation.describe(own.table()) + " for good.";
        return Optional.of(situation.finding(CARD, situation.unused(own.table()) ? Risk.MEDIUM : Risk.HIGH, reason));
    }
}
