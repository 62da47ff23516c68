package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.Demand;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** ALGORITHM is written as a guard, and guards nothing. */
public final class AlgorithmIgnored implements Rule {
    private static final Card CARD = new Card(
            "mysql-algorithm-ignored",
            "ALGORITHM=INSTANT or NOCOPY beside another storage engine, PARTITION BY or REMOVE PARTITIONING, on MariaDB before 11.",
            "The server takes the clause and copies the whole table all the same: it guards nothing there. It does heed ALGORITHM=INPLACE and LOCK=NONE, by refusing.",
            "Say ALGORITHM=INPLACE or LOCK=NONE where it should rather fail than copy; run the copy itself with pt-osc, or at a quiet hour.",
            List.of(),
            List.of());

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        boolean ignored = operation instanceof MysqlOperation.DemandAlgorithm demand
                && Demand.ignored(demand, situation.siblings(), situation.facts())
                && !situation.createdHere(demand.table());
        return ignored
                ? Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "The ALGORITHM clause guards nothing: MariaDB "
                                + situation.facts().serverVersion()
                                + " takes it and copies the whole table all the same."))
                : Optional.empty();
    }
}
