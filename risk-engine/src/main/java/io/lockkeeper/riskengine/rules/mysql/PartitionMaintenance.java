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

/** Partitions change places or are built anew. */
public final class PartitionMaintenance implements Rule {
    private static final Card CARD = new Card(
            "mysql-partition-maintenance",
            "EXCHANGE, REORGANIZE, REBUILD, COALESCE, CONVERT or OPTIMIZE of partitions, new HASH or KEY partitions.",
            "Rows are moved while writes wait; OPTIMIZE PARTITION rebuilds the whole InnoDB table, whatever partition is named; EXCHANGE without validation can put rows where queries do not look for them.",
            "REORGANIZE only empty partitions (the MAXVALUE one before rows reach it); use REBUILD and ANALYZE PARTITION instead of OPTIMIZE.",
            List.of(
                    Example.of(
                            "ALTER TABLE events REORGANIZE PARTITION p2026 INTO (PARTITION p2026 VALUES LESS THAN (2027), PARTITION p2027 VALUES LESS THAN (2028))"),
                    Example.of("ALTER TABLE events OPTIMIZE PARTITION p2025")),
            List.of(
                    Example.of("ALTER TABLE events ADD PARTITION (PARTITION p2030 VALUES LESS THAN (2031))"),
                    Example.of("ALTER TABLE events ANALYZE PARTITION p2025")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.ChangePartitions change) || situation.createdHere(change.table())) {
            return Optional.empty();
        }
        boolean works =
                switch (change.action()) {
                    case ADD_HASH_PARTITION,
                            COALESCE_PARTITION,
                            REORGANIZE_PARTITION,
                            EXCHANGE_PARTITION,
                            REBUILD_PARTITION,
                            OPTIMIZE_PARTITION,
                            REPAIR_PARTITION,
                            CONVERT_PARTITION_TO_TABLE,
                            CONVERT_TABLE_TO_PARTITION -> true;
                    case PARTITION_BY,
                            REMOVE_PARTITIONING,
                            ADD_PARTITION,
                            DROP_PARTITION,
                            TRUNCATE_PARTITION,
                            ANALYZE_PARTITION,
                            CHECK_PARTITION,
                            DISCARD_PARTITION_TABLESPACE,
                            IMPORT_PARTITION_TABLESPACE -> false;
                };
        String reason =
                "Moves or replaces rows of " + situation.describe(change.table()) + " and " + situation.blocks() + ".";
        return works
                ? Optional.of(situation.finding(CARD, situation.level().max(Risk.MEDIUM), reason))
                : Optional.empty();
    }
}
