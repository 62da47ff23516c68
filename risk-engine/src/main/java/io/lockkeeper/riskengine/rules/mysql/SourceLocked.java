package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A query locks what it reads, since what it finds is written. */
public final class SourceLocked implements Rule {
    private static final Card CARD = new Card(
            "mysql-source-locked",
            "INSERT … SELECT, REPLACE … SELECT and CREATE TABLE … SELECT from a table that is not small, unless the isolation level is known to be READ COMMITTED or lower.",
            "Under REPEATABLE READ, which is the default, each row that the query reads, and the gap before it, stays locked until the statement's transaction ends: whoever changes those rows or adds some waits.",
            "Copy in batches by primary key with a transaction each; or SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED first, under which the source is read without locks.",
            List.of(
                    Example.of("INSERT INTO items (id) SELECT id FROM orders"),
                    Example.of("REPLACE INTO items (id) SELECT id FROM orders"),
                    Example.of("CREATE TABLE orders_copy AS SELECT id, total FROM orders")),
            List.of(
                    Example.of("INSERT INTO orders (id, customer_id, total, state) SELECT id, 1, 1, 'new' FROM items"),
                    Example.of("INSERT INTO items (id) VALUES (7)"),
                    Example.of("CREATE TABLE orders_like LIKE orders"),
                    Example.of(
                            "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; INSERT INTO items (id) SELECT id FROM orders")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        List<ObjectName> sources =
                switch (operation) {
                    case DataOperation.Insert insert -> insert.sources();
                    case TableOperation.CreateTable create when create.fromQuery() -> create.sources();
                    default -> List.of();
                };
        if (readsWithoutLocks(situation)) {
            return Optional.empty();
        }
        return sources.stream()
                .filter(source -> !situation.createdHere(source) && !Work.small(source, situation))
                .max(Comparator.comparingLong(source ->
                        situation.facts().table(source).map(TableFacts::bytes).orElse(0L)))
                .map(source -> situation.finding(
                        CARD,
                        Work.large(source, situation) ? Risk.HIGH : Risk.MEDIUM,
                        "Locks what it reads of " + situation.describe(source)
                                + " for other writers until its transaction ends."));
    }

    private static boolean readsWithoutLocks(Situation situation) {
        String level = situation.facts().settings().getOrDefault("transaction_isolation", "");
        return level.toUpperCase(Locale.ROOT).matches("READ[- ](?:UN)?COMMITTED");
    }
}
