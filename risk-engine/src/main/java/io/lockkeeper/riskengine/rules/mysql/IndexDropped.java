package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.operation.IndexOperation;
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

/** Queries that used the index become slow. */
public final class IndexDropped implements Rule {
    private static final Card CARD = new Card(
            "mysql-index-dropped",
            "DROP INDEX of a unique index, or on a table that is not small, unless another index begins with its columns.",
            "Dropping takes a moment; plans that used the index scan the table from then on, and building it again takes long.",
            "Make it INVISIBLE (MySQL 8) or IGNORED (MariaDB 10.6) first and watch; drop it days later.",
            List.of(Example.of("ALTER TABLE orders DROP INDEX orders_note_idx")),
            List.of(
                    Example.of("ALTER TABLE orders DROP FOREIGN KEY orders_customer_fk"),
                    Example.of(
                            "ALTER TABLE orders ADD INDEX by_total (total, id); ALTER TABLE orders ADD INDEX only_total (total); DROP INDEX only_total ON orders")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof MysqlOperation.DropKey drop) || situation.unused(drop.table())) {
            return Optional.empty();
        }
        Optional<TableFacts> table = situation.facts().table(drop.table());
        Optional<IndexFacts> index = table.stream()
                .flatMap(t -> t.indexes().stream())
                .filter(i -> i.name().name().equalsIgnoreCase(drop.index()))
                .findFirst();
        boolean known = table.isPresent()
                && table.get().columnsKnown()
                && situation.facts().certain();
        if (known && index.isEmpty() && drop.ifExists()) {
            return Optional.empty();
        }
        boolean unique = index.map(IndexFacts::unique).orElse(false);
        boolean covered = index.isPresent() && covered(index.get(), table.orElseThrow(), situation);
        if (!unique && (covered || Work.small(drop.table(), situation))) {
            return Optional.empty();
        }
        String reason = unique
                ? "Values that " + drop.index() + " kept apart may repeat in " + situation.describe(drop.table())
                        + " from then on."
                : "Queries that use the index " + drop.index() + " scan " + situation.describe(drop.table())
                        + " from then on.";
        return Optional.of(situation.finding(CARD, Risk.MEDIUM, reason));
    }

    /** Another index, old or made by the same statement, begins with the same columns: it serves the same queries. */
    private static boolean covered(IndexFacts dropped, TableFacts table, Situation situation) {
        List<String> columns = dropped.columns();
        boolean whole = !columns.isEmpty()
                && !dropped.computed()
                && dropped.method().equals("btree")
                && columns.stream().allMatch(name -> whole(name, table));
        boolean old = table.indexes().stream()
                .filter(i -> !i.name().equals(dropped.name()) && !drops(i, situation))
                .anyMatch(i -> i.method().equals("btree") && i.valid() && begins(i.columns(), columns));
        boolean added = situation.siblings().stream()
                .anyMatch(o -> o instanceof IndexOperation.CreateIndex create
                        && create.method().equals("btree")
                        && begins(create.columns(), columns));
        return whole && (old || added);
    }

    private static boolean begins(List<String> columns, List<String> with) {
        return columns.size() >= with.size() && columns.subList(0, with.size()).equals(with);
    }

    /** Of a long text only a beginning is indexed, and how much of it is not known. */
    private static boolean whole(String name, TableFacts table) {
        return table.column(name)
                .map(c -> !c.type().endsWith("text") && !c.type().endsWith("blob"))
                .orElse(false);
    }

    private static boolean drops(IndexFacts index, Situation situation) {
        return situation.siblings().stream()
                .anyMatch(o -> o instanceof MysqlOperation.DropKey other
                        && index.name().name().equalsIgnoreCase(other.index()));
    }
}
