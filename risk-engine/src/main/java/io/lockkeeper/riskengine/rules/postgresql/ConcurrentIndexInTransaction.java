package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.plan.OutsideTransaction;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** A statement that the server refuses inside a transaction. */
public final class ConcurrentIndexInTransaction implements Rule {
    private static final Card CARD = new Card(
                    "concurrent-index-in-transaction",
                    "CREATE, DROP or REINDEX … CONCURRENTLY, DETACH … CONCURRENTLY, VACUUM and their kind inside a transaction.",
                    "The server refuses it (25001) and the migration fails at this statement.",
                    "Set options.transaction to \"each\" (native) or runInTransaction to false on the changeset (Liquibase), and give the statement a migration of its own.",
                    List.of(
                            Example.together("CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total)"),
                            Example.together("DROP INDEX CONCURRENTLY orders_note_idx")),
                    List.of(
                            Example.of("CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total)"),
                            Example.of("VACUUM orders")))
            .peers(
                    "squawk: ban-concurrent-index-creation-in-transaction",
                    "pgfence: concurrent-in-transaction",
                    "atlas: PG103",
                    "bytebase: non-transactional");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!situation.statement().inTransaction()
                || !OutsideTransaction.required(situation.statement().sql())) {
            return Optional.empty();
        }
        return Optional.of(situation.finding(
                CARD, Risk.HIGH, "Will fail: the server refuses this statement inside a transaction."));
    }
}
