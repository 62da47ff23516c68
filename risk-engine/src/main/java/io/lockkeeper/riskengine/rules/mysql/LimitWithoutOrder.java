package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.effect.FewRows;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;

/** Some rows of many, and nothing says which. */
public final class LimitWithoutOrder implements Rule {
    private static final Card CARD = new Card(
                    "mysql-limit-without-order",
                    "UPDATE or DELETE with a LIMIT, without an ORDER BY by a unique key. LOW where the target is known to write its binary log by rows (ROW, or MIXED, which takes rows for such statements), MEDIUM where it writes statements or nobody knows.",
                    "The server takes the rows that it comes across first. Under binlog_format=STATEMENT a replica may come across others, and differs from then on.",
                    "Add ORDER BY over the primary key; it also makes batches go through the table in one direction.",
                    List.of(
                            Example.of("DELETE FROM orders WHERE total > 3 LIMIT 1000"),
                            Example.of("UPDATE orders SET note = 'x' WHERE total > 3 LIMIT 100"),
                            Example.of("DELETE FROM orders WHERE total > 3 ORDER BY total LIMIT 1000")),
                    List.of(
                            Example.of("DELETE FROM orders WHERE total > 3 ORDER BY id LIMIT 1000"),
                            Example.of("DELETE FROM orders WHERE total > 3 ORDER BY total, id LIMIT 1000"),
                            Example.of("DELETE FROM orders WHERE id = 3 LIMIT 1"),
                            Example.of("CREATE TABLE fresh (a int); DELETE FROM fresh LIMIT 1")))
            .peers("goInception: check_dml_limit, check_dml_orderby", "Yearning: DMLOrder");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        return switch (operation) {
            case DataOperation.Update update
            when update.atMost() > 0 -> of(update.object(), update.pinned(), update.choice(), situation);
            case DataOperation.Delete delete
            when delete.atMost() > 0 -> of(delete.object(), delete.pinned(), delete.choice(), situation);
            default -> Optional.empty();
        };
    }

    private static Optional<Finding> of(
            ObjectName table, List<String> pinned, DataOperation.Choice choice, Situation situation) {
        TargetFacts facts = situation.facts();
        boolean known = facts.table(table).map(TableFacts::columnsKnown).orElse(false);
        boolean ordered = known
                ? FewRows.byKey(table, choice.orderedBy(), facts)
                : !choice.orderedBy().isEmpty();
        if (ordered || FewRows.byKey(table, pinned, facts) || situation.createdHere(table)) {
            return Optional.empty();
        }
        String format = facts.settings().getOrDefault("binlog_format", "");
        boolean rows = format.matches("(?i)row|mixed|off");
        String reason = "Nothing says which rows of " + situation.describe(table) + " the LIMIT takes"
                + (rows
                        ? "; the binary log names them, so that replicas take the same."
                        : ": replicas may take others where binlog_format is STATEMENT"
                                + (format.isEmpty() ? ", and what it is here is not known." : ", as it is here."));
        return Optional.of(situation.finding(CARD, rows ? Risk.LOW : Risk.MEDIUM, reason));
    }
}
