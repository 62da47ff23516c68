package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A lock that must wait behind a long transaction. */
public final class LongTransactionAhead implements Rule {
    private static final Card CARD = new Card(
                    "long-transaction-ahead",
                    "A statement that blocks reads and writes, or builds an index concurrently, while a transaction on the target has been open for long (threshold longTransactionSeconds).",
                    "If that transaction has touched the table, the statement waits for it, and everybody else waits behind the statement until the lock timeout.",
                    "Wait for the transaction to end, or end it; keep the lock timeout short.",
                    List.of(),
                    List.of())
            .peers("safe-pg-migrations: blocking activity logger", "pg_ha_migrations: safely_acquire_lock_for_table");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        double age = situation.facts().oldestTransactionSeconds();
        if (age < situation.thresholds().longTransactionSeconds()) {
            return Optional.empty();
        }
        boolean concurrently = operation instanceof IndexOperation.CreateIndex create && create.concurrently();
        boolean waits = concurrently
                || situation.effects().stream()
                        .filter(effect -> !situation.createdHere(ObjectName.parse(effect.table())))
                        .anyMatch(effect -> effect.blocks() == Blocks.READS_AND_WRITES);
        String reason = "A transaction on the target has been open for more than "
                + Math.round(situation.thresholds().longTransactionSeconds())
                + " s; if it uses the table, this waits for it and everybody else waits behind.";
        return waits ? Optional.of(situation.finding(CARD, Risk.MEDIUM, reason)) : Optional.empty();
    }
}
