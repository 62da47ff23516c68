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
            "LOCK TABLES …; FLUSH TABLES with or without tables, WITH READ LOCK, FOR EXPORT; LOCK INSTANCE FOR BACKUP.",
            "Others wait until UNLOCK TABLES or the end of the session, whatever else is done meanwhile. FLUSH TABLES without a lock closes tables: it waits for the queries that use them, and everybody who comes later waits behind it.",
            "Leave locking to the statements themselves.",
            List.of(
                    Example.of("LOCK TABLES orders WRITE"),
                    Example.of("LOCK TABLES orders READ"),
                    Example.of("FLUSH TABLES WITH READ LOCK"),
                    Example.of("FLUSH LOCAL TABLES articles FOR EXPORT"),
                    Example.of("FLUSH TABLES")),
            List.of(Example.of("UNLOCK TABLES"), Example.of("FLUSH PRIVILEGES")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (operation instanceof OtherOperation.LockServer server) {
            return Optional.of(server(server.words(), situation));
        }
        if (!(operation instanceof OtherOperation.LockTable lock)
                || lock.lock().blocks().compareTo(Blocks.WRITES) < 0
                || situation.createdHere(lock.object())) {
            return Optional.empty();
        }
        Risk risk = Work.small(lock.object(), situation) ? Risk.MEDIUM : Risk.HIGH;
        String reason = "Others wait for " + situation.describe(lock.object()) + " until the tables are unlocked.";
        return Optional.of(situation.finding(CARD, risk, reason));
    }

    private static Finding server(String words, Situation situation) {
        return switch (words) {
            case "FLUSH TABLES" ->
                situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "Closes tables as soon as the queries that use them end; everybody who comes later waits behind it.");
            case "LOCK INSTANCE FOR BACKUP" ->
                situation.finding(
                        CARD, Risk.MEDIUM, "Every schema change of the server waits until the instance is unlocked.");
            default ->
                situation.finding(
                        CARD, Risk.HIGH, "Every write of the whole server waits until the tables are unlocked.");
        };
    }
}
