package io.lockkeeper.riskengine.rules.mysql;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Finding;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.rules.Card;
import io.lockkeeper.riskengine.rules.Example;
import io.lockkeeper.riskengine.rules.Rule;
import io.lockkeeper.riskengine.rules.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Certain to be refused by the server, by what is known of the target. */
public final class WillFail implements Rule {
    private static final Card CARD = new Card(
            "mysql-will-fail",
            "A statement about a table, column or index that is not there, or that is there already.",
            "The server refuses it; what ran before it stays, because each DDL statement commits by itself.",
            "Correct the statement, or the order of the migration, for this target.",
            List.of(
                    Example.of("ALTER TABLE nowhere ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ADD COLUMN note text"),
                    Example.of("ALTER TABLE orders DROP COLUMN nothing"),
                    Example.of("ALTER TABLE orders MODIFY nothing int"),
                    Example.of("ALTER TABLE orders DROP INDEX nothing"),
                    Example.of("ALTER TABLE orders ADD INDEX orders_note_idx (total)"),
                    Example.of("CREATE TABLE orders (id int)"),
                    Example.of("DROP TABLE customers")),
            List.of(
                    Example.of("DROP TABLE IF EXISTS nowhere"),
                    Example.of("CREATE TABLE IF NOT EXISTS orders (id int)"),
                    Example.of("CREATE TABLE fresh (id int); ALTER TABLE fresh ADD COLUMN a int"),
                    Example.of("ALTER TABLE orders ADD COLUMN a int, ADD INDEX by_a (a)")));

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Optional<Finding> check(Operation operation, Situation situation) {
        String why = why(operation, situation.facts());
        return why == null
                ? Optional.empty()
                : Optional.of(situation.finding(CARD, Risk.HIGH, "Will fail: " + why + "."));
    }

    private static @Nullable String why(Operation operation, TargetFacts facts) {
        return switch (operation) {
            case TableOperation.CreateTable create -> created(create, facts);
            case TableOperation.DropTable drop -> dropped(drop, facts);
            case TableOperation table -> altered(operation, table.table(), facts);
            case MysqlOperation own -> altered(operation, own.table(), facts);
            case IndexOperation.CreateIndex create -> altered(operation, create.table(), facts);
            case DataOperation data ->
                data.object() != null && facts.absent(data.object()) ? missing(data.object()) : null;
            default -> null;
        };
    }

    private static @Nullable String created(TableOperation.CreateTable create, TargetFacts facts) {
        boolean there = facts.certain() && facts.table(create.table()).isPresent();
        return there && !create.ifNotExists() && !create.temporary() ? create.table() + " exists already" : null;
    }

    /** A parent cannot go before its children. */
    private static @Nullable String dropped(TableOperation.DropTable drop, TargetFacts facts) {
        if (facts.absent(drop.table())) {
            return drop.ifExists() ? null : missing(drop.table());
        }
        boolean checks =
                !facts.settings().getOrDefault("foreign_key_checks", "1").matches("0|(?i)off");
        ObjectName own = facts.qualified(drop.table());
        return facts.table(drop.table()).map(TableFacts::referencedBy).orElse(List.of()).stream()
                .filter(key -> checks && facts.certain() && !key.from().equals(own))
                .filter(key -> facts.table(key.from()).isPresent())
                .findFirst()
                .map(key -> "the foreign key " + key.name() + " of " + key.from() + " points to the table")
                .orElse(null);
    }

    private static @Nullable String altered(Operation operation, ObjectName name, TargetFacts facts) {
        if (facts.absent(name)) {
            return missing(name);
        }
        Optional<TableFacts> table = facts.table(name);
        return table.isPresent() && table.get().columnsKnown() && facts.certain()
                ? altered(operation, table.get())
                : null;
    }

    private static @Nullable String altered(Operation operation, TableFacts table) {
        return switch (operation) {
            case TableOperation.AddColumn add ->
                !add.ifNotExists() && table.column(add.column()).isPresent()
                        ? "the column " + add.column() + " of " + table.name() + " exists already"
                        : null;
            case TableOperation.DropColumn drop -> drop.ifExists() ? null : column(table, drop.column());
            case TableOperation.RenameColumn rename -> column(table, rename.column());
            case TableOperation.SetDefault set -> column(table, set.column());
            case TableOperation.DropDefault drop -> column(table, drop.column());
            case MysqlOperation.ChangeColumn change -> change.ifExists() ? null : column(table, change.column());
            case MysqlOperation.DropKey drop ->
                drop.ifExists() || index(table, drop.index()) ? null : noIndex(table, drop.index());
            case MysqlOperation.RenameKey rename ->
                index(table, rename.index()) ? null : noIndex(table, rename.index());
            case IndexOperation.CreateIndex create -> {
                ObjectName name = create.name();
                String index = name == null ? "" : name.name();
                yield index(table, index) && !create.ifNotExists()
                        ? "the index " + index + " of " + table.name() + " exists already"
                        : create.columns().stream()
                                .map(c -> column(table, c))
                                .filter(why -> why != null)
                                .findFirst()
                                .orElse(null);
            }
            default -> null;
        };
    }

    private static boolean index(TableFacts table, String name) {
        return table.indexes().stream().anyMatch(i -> i.name().name().equalsIgnoreCase(name));
    }

    private static String noIndex(TableFacts table, String index) {
        return "there is no index " + index + " of " + table.name();
    }

    private static @Nullable String column(TableFacts table, String column) {
        return table.column(column).isPresent() ? null : "there is no column " + column + " of " + table.name();
    }

    private static String missing(ObjectName name) {
        return "there is no " + name;
    }
}
