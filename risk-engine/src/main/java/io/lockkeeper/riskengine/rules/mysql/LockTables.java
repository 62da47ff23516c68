package io.lockkeeper.riskengine.rules.mysql;

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

/** Tables locked by hand. */
public final class LockTables implements Rule {
    private static final Card CARD = new Card(
            "mysql-lock-tables",
            "LOCK TABLES … and FLUSH TABLES … WITH READ LOCK.",
            "Others wait until UNLOCK TABLES or the end of the session, whatever else is done meanwhile.",
            "Leave locking to the statements themselves.",
            List.of(Example.of("LOCK TABLES orders WRITE"), Example.of("LOCK TABLES orders READ")),
            List.of(Example.of("UNLOCK TABLES")));

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
        Risk risk = Work.small(lock.object(), situation) ? Risk.MEDIUM : Risk.HIGH;
        String reason = "Others wait for " + situation.describe(lock.object()) + " until the tables are unlocked.";
        return Optional.of(situation.finding(CARD, risk, reason));
    }
}
