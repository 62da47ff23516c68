package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.operation.MysqlOperation.ChangePartitions;
import io.lockkeeper.riskengine.operation.MysqlOperation.Maintain;
import io.lockkeeper.riskengine.operation.MysqlOperation.Maintenance;
import io.lockkeeper.riskengine.operation.MysqlOperation.PartitionAction;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** Older servers forget the table after ANALYZE, and new queries wait until the old ones have done so, too. */
public final class AnalyzeStalls implements Rule {
    private static final Card CARD = new Card(
            "mysql-analyze-stalls",
            "ANALYZE TABLE and ANALYZE PARTITION on MySQL before 8.0.24, of a table that is not small.",
            "The server closes the table afterwards: while one long query has it open, every new query on it hangs in \"Waiting for table flush\".",
            "Run it when no long query uses the table, or leave the statistics to innodb_stats_auto_recalc; newer servers do not wait.",
            List.of(),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        ObjectName table =
                switch (operation) {
                    case Maintain maintain when maintain.maintenance() == Maintenance.ANALYZE -> maintain.table();
                    case ChangePartitions change
                    when change.action() == PartitionAction.ANALYZE_PARTITION -> change.table();
                    default -> null;
                };
        if (table == null || !stalls(situation) || situation.unused(table) || Work.quiet(table, situation)) {
            return Optional.empty();
        }
        String reason = "While a long query uses " + situation.describe(table)
                + ", every new one on it waits after this statement.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }

    private static boolean stalls(Situation situation) {
        return situation.facts().dialect() == Dialect.MYSQL
                && !situation.facts().version().atLeast(8, 0, 24);
    }
}
