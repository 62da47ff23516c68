package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.mysql.Demand;
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

/** ALGORITHM or LOCK asks for more than the server can give. */
public final class AlgorithmRefused implements Rule {
    private static final Card CARD = new Card(
            "mysql-algorithm-refused",
            "ALGORITHM=… or LOCK=… that the server cannot keep for these actions on this table.",
            "The server refuses the statement and changes nothing. Where the table is not known here, the clause is a guard: it fails instead of blocking.",
            "Leave out what is not instant into a statement of its own, or take the algorithm that it needs.",
            List.of(
                    Example.of("ALTER TABLE orders MODIFY total bigint, ALGORITHM=INSTANT"),
                    Example.of("ALTER TABLE orders MODIFY total bigint, ALGORITHM=INPLACE, LOCK=NONE"),
                    Example.of("ALTER TABLE orders DROP PRIMARY KEY, ALGORITHM=INPLACE")),
            List.of(
                    Example.of("ALTER TABLE orders ADD COLUMN remark text, ALGORITHM=INSTANT"),
                    Example.of("ALTER TABLE orders ADD INDEX by_note (note(20)), ALGORITHM=INPLACE, LOCK=NONE")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.DemandAlgorithm demand)) {
            return Optional.empty();
        }
        Optional<String> refusal = Demand.refusal(demand, situation.siblings(), situation.facts());
        if (refusal.isEmpty()) {
            return Optional.empty();
        }
        boolean certain = situation.facts().table(demand.table()).isPresent();
        return Optional.of(
                certain
                        ? situation.finding(CARD, Risk.HIGH, "Will fail: " + refusal.get() + ".")
                        : situation.finding(
                                CARD,
                                Risk.LOW,
                                "May fail: " + refusal.get()
                                        + "; it then changes nothing, which is what the clause is for."));
    }
}
