package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.effect.Levels;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One long query whose rows are all written again. */
public final class TableFromQuery implements Rule {
    private static final Card CARD = new Card(
            "table-from-query",
            "CREATE TABLE … AS, SELECT … INTO and CREATE MATERIALIZED VIEW over a table above the small limit.",
            "All rows are read, and written again with their log, in one transaction: as long as it runs no dead row of any table is cleaned up, and standbys lag.",
            "Create the table empty (WITH NO DATA, or LIKE) and fill it in batches.",
            List.of(
                    Example.of("CREATE TABLE copied AS SELECT * FROM orders"),
                    Example.of("SELECT id, total INTO copied FROM orders WHERE total > 10"),
                    Example.of(
                            "CREATE MATERIALIZED VIEW sums AS SELECT customer_id, sum(total) FROM orders GROUP BY 1")),
            List.of(
                    Example.of("CREATE TABLE copied AS SELECT * FROM items"),
                    Example.of("SELECT id INTO copied FROM items"),
                    Example.of("CREATE TABLE copied AS SELECT * FROM orders WITH NO DATA"),
                    Example.of("CREATE TABLE copied (LIKE orders)")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        List<ObjectName> sources =
                switch (operation) {
                    case TableOperation.CreateTable create when create.filled() -> create.sources();
                    case OtherOperation.CreateMaterializedView view when view.withData() -> view.sources();
                    default -> List.of();
                };
        return sources.stream()
                .flatMap(source -> situation.facts().table(source).stream())
                .filter(table -> !table.createdHere() && !Levels.small(table, situation.thresholds()))
                .max(Comparator.comparingLong(TableFacts::bytes))
                .map(table -> situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "Reads " + situation.describe(table.name())
                                + " and writes what it finds in one transaction; meanwhile nothing is cleaned up."));
    }
}
