package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A lock taken by hand. */
public final class LockTable implements Rule {
    private static final Card CARD = new Card(
            "lock-table",
            "LOCK TABLE in a mode that blocks writes or reads.",
            "Others wait until the transaction ends, whatever else is in it.",
            "Leave locking to the statements themselves.",
            List.of(Example.together("LOCK TABLE orders"), Example.together("LOCK TABLE orders IN SHARE MODE")),
            List.of(Example.together("LOCK TABLE orders IN ROW EXCLUSIVE MODE")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof OtherOperation.LockTable lock)
                || lock.lock().blocks().compareTo(Blocks.WRITES) < 0
                || situation.createdHere(lock.object())) {
            return Optional.empty();
        }
        String reason = "The lock " + situation.blocks() + " or to the end of the transaction.";
        return Optional.of(situation.finding(CARD, situation.level().max(Risk.MEDIUM), reason));
    }
}
