package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.PartitionAction;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** All rows come from a file that nobody has analysed. */
public final class TablespaceImported implements Rule {
    private static final Card CARD = new Card(
            "mysql-tablespace-imported",
            "ALTER TABLE … IMPORT TABLESPACE, also of a partition.",
            "Every page of the file is read while nobody can read or write the table; what it holds replaces the rows, and is checked for its form only. Each replica needs the same file in its place before the statement reaches it.",
            "Import into a new table that nobody uses yet, look at it, and swap the two with RENAME TABLE.",
            List.of(Example.of("ALTER TABLE articles DISCARD TABLESPACE; ALTER TABLE articles IMPORT TABLESPACE")),
            List.of(Example.of("ALTER TABLE articles DISCARD TABLESPACE")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean imports = (operation instanceof MysqlOperation.ChangeTablespace change && !change.discards())
                || (operation instanceof MysqlOperation.ChangePartitions partitions
                        && partitions.action() == PartitionAction.IMPORT_PARTITION_TABLESPACE);
        if (!imports || situation.createdHere(((MysqlOperation) operation).table())) {
            return Optional.empty();
        }
        String reason = "Takes the rows of a file for those of "
                + situation.describe(((MysqlOperation) operation).table())
                + ", and lets nobody read or write the table while it reads all of it.";
        return Optional.of(situation.finding(CARD, Risk.HIGH, reason));
    }
}
