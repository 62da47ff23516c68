package io.lockkeeper.riskengine.rules.postgresql;

import io.lockkeeper.riskengine.facts.PostgresStorage;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Logical replication carries rows and no DDL. */
public final class PublishedTableChanged implements Rule {
    private static final Card CARD = new Card(
            "published-table-changed",
            "ADD, DROP, RENAME COLUMN, ALTER COLUMN … TYPE, RENAME and SET SCHEMA of a table that a publication has.",
            "Subscribers keep the old columns: their apply stops at the first row that does not fit, and the publisher keeps its log until it goes on.",
            "Add columns on the subscribers first and drop them there last; pause the subscription around anything else.",
            List.of(
                    Example.of("CREATE PUBLICATION p FOR TABLE orders; ALTER TABLE orders ADD COLUMN a integer"),
                    Example.of("CREATE PUBLICATION p FOR TABLE orders; ALTER TABLE orders DROP COLUMN note"),
                    Example.of("CREATE PUBLICATION p FOR TABLE items; ALTER TABLE items ALTER COLUMN id TYPE numeric"),
                    Example.of("CREATE PUBLICATION p FOR ALL TABLES; ALTER TABLE orders RENAME COLUMN note TO remark")),
            List.of(
                    Example.of("ALTER TABLE orders ADD COLUMN a integer"),
                    Example.of(
                            "CREATE PUBLICATION p FOR TABLE items, orders; ALTER PUBLICATION p DROP TABLE orders; ALTER TABLE orders ADD COLUMN a integer"),
                    Example.of("CREATE PUBLICATION p FOR TABLE orders; CREATE INDEX ON orders (total)")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        if (!(operation instanceof TableOperation table) || !reshapes(table) || situation.createdHere(table.table())) {
            return Optional.empty();
        }
        TreeSet<String> publications = publications(table.table(), situation);
        return publications.isEmpty()
                ? Optional.empty()
                : Optional.of(situation.finding(
                        CARD,
                        Risk.MEDIUM,
                        "Subscribers of " + String.join(", ", publications) + " keep the old columns of "
                                + situation.describe(table.table())
                                + ": replication stops there when the first row does not fit."));
    }

    private static boolean reshapes(TableOperation operation) {
        return switch (operation) {
            case TableOperation.AddColumn ignored -> true;
            case TableOperation.DropColumn ignored -> true;
            case TableOperation.AlterColumnType ignored -> true;
            case TableOperation.RenameColumn ignored -> true;
            case TableOperation.RenameTable ignored -> true;
            case TableOperation.SetSchema ignored -> true;
            default -> false;
        };
    }

    /** Its own, and those of the partitioned tables above it. */
    private static TreeSet<String> publications(ObjectName table, Situation situation) {
        TreeSet<String> publications = new TreeSet<>();
        Optional<TableFacts> at = situation.facts().table(table);
        if (at.isPresent()) {
            situation.facts().other().forEach((name, kind) -> {
                if (kind.equals(OtherOperation.CreateObject.PUBLICATION_OF_ALL)) {
                    publications.add(name.name());
                }
            });
        }
        while (at.isPresent()) {
            at.flatMap(TableFacts::storage).map(PostgresStorage::publications).ifPresent(publications::addAll);
            at = at.get().partitionOf().flatMap(situation.facts()::table);
        }
        return publications;
    }
}
