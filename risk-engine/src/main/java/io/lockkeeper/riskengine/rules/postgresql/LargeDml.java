package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.FewRows;
import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
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
import java.util.stream.Stream;

/** Many rows changed or copied in one transaction. */
public final class LargeDml implements Rule {
    private static final Card CARD = new Card(
                    "large-dml",
                    "UPDATE or DELETE with a WHERE on a table above the small limit, SELECT … FOR UPDATE or SHARE of one, and INSERT … SELECT from one; DELETE on a small one unless a key chooses the rows.",
                    "How many rows it touches is not known from the text; each stays locked to the end, and replicas lag by as much.",
                    "Work in batches by primary key with a transaction each; see the plan of the query first.",
                    List.of(
                            Example.of("UPDATE orders SET note = '' WHERE total > 10"),
                            Example.of("DELETE FROM orders WHERE total = 0"),
                            Example.of("DELETE FROM items WHERE label <> 'x'"),
                            Example.of("INSERT INTO items (id) SELECT id FROM orders"),
                            Example.of("SELECT * FROM orders WHERE total > 10 FOR UPDATE"),
                            Example.of("INSERT INTO items (id) SELECT g FROM generate_series(100000001, 100200000) g")),
                    List.of(
                            Example.of("UPDATE items SET label = 'x' WHERE id = 1"),
                            Example.of("UPDATE orders SET note = 'x' WHERE id = 1"),
                            Example.of("SELECT * FROM orders WHERE id = 1 FOR UPDATE"),
                            Example.of("SELECT * FROM orders WHERE total > 10"),
                            Example.of("INSERT INTO items (id) SELECT g FROM generate_series(100000001, 100000100) g"),
                            Example.of("DELETE FROM orders WHERE id IN (1, 2, 3) AND total = 0"),
                            Example.of(
                                    "DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE total = 0 LIMIT 1000)"),
                            Example.of("INSERT INTO orders (id, customer_id, total) VALUES (9000001, 2, 3)")))
            .peers("bytebase: statement.affected-row-limit", "goInception: max_update_rows");

    private static final long HUGE_ROWS = 5_000_000;
    private static final long HUGE_BYTES = 5L << 30;

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (operation instanceof DataOperation.Insert insert
                && insert.fromQuery()
                && insert.sources().isEmpty()
                && insert.rows() > 0) {
            return generated(insert, situation);
        }
        ObjectName table =
                switch (operation) {
                    case DataOperation.Update update
                    when !FewRows.every(update, situation.facts()) ->
                        largest(update.object(), update.sources(), situation);
                    case DataOperation.Delete delete
                    when !FewRows.every(delete, situation.facts()) ->
                        largest(delete.object(), delete.sources(), situation);
                    case DataOperation.Insert insert
                    when insert.fromQuery() -> largest(insert.object(), insert.sources(), situation);
                    case DataOperation.Select select
                    when select.locking() && select.object() != null ->
                        largest(select.object(), select.sources(), situation);
                    default -> null;
                };
        if (table == null || FewRows.only(operation, situation.facts())) {
            return Optional.empty();
        }
        Optional<TableFacts> facts = situation.facts().table(table);
        if (facts.isPresent() && Levels.small(facts.get(), situation.thresholds())) {
            return operation instanceof DataOperation.Delete delete && !situation.toldEmpty(delete.object())
                    ? Optional.of(situation.finding(
                            CARD,
                            Risk.MEDIUM,
                            "Deletes rows of " + situation.describe(table) + "; how many is not known."))
                    : Optional.empty();
        }
        if (operation instanceof DataOperation.Select) {
            return Optional.of(situation.finding(
                    CARD,
                    Risk.MEDIUM,
                    "May lock many of the rows of " + situation.describe(table)
                            + " for other writers until its transaction ends."));
        }
        boolean huge = facts.isEmpty()
                || facts.get().rows() >= HUGE_ROWS
                || facts.get().bytes() >= HUGE_BYTES;
        String reason = "May touch many of the rows of " + situation.describe(table)
                + " in one transaction; each stays locked for other writers to its end.";
        return Optional.of(situation.finding(CARD, huge && facts.isPresent() ? Risk.HIGH : Risk.MEDIUM, reason));
    }

    private static Optional<Finding> generated(DataOperation.Insert insert, Situation situation) {
        boolean many = insert.rows() >= situation.thresholds().smallRows() && !situation.createdHere(insert.object());
        String reason = "Writes " + String.format(Locale.ROOT, "%,d", insert.rows()) + " rows into "
                + situation.describe(insert.object()) + " in one transaction.";
        return many
                ? Optional.of(situation.finding(CARD, insert.rows() >= HUGE_ROWS ? Risk.HIGH : Risk.MEDIUM, reason))
                : Optional.empty();
    }

    private static ObjectName largest(ObjectName target, List<ObjectName> sources, Situation situation) {
        return Stream.concat(Stream.of(target), sources.stream())
                .max(Comparator.comparingLong(name ->
                        situation.facts().table(name).map(TableFacts::bytes).orElse(0L)))
                .orElse(target);
    }
}
