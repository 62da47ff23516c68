package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table's facts after one change to its columns, indexes or constraints. */
final class TableChanges {
    private TableChanges() {}

    static TableFacts empty(ObjectName name, boolean temporary, Dialect dialect) {
        return new TableFacts(
                name,
                temporary ? TableFacts.Kind.TEMPORARY : TableFacts.Kind.PLAIN,
                0,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                dialect == Dialect.POSTGRESQL ? Optional.empty() : Optional.of(InnodbFacts.DEFAULTS),
                true,
                Optional.empty(),
                dialect == Dialect.POSTGRESQL ? Optional.of(PostgresStorage.DEFAULTS) : Optional.empty());
    }

    static TableFacts withColumn(TableFacts table, ColumnDefinition column) {
        if (table.column(column.name()).isPresent()) {
            return table;
        }
        List<ColumnFacts> columns = new ArrayList<>(table.columns());
        columns.add(place(columns, column.position()), column(table, column));
        return table.with(columns, table.indexes(), table.constraints());
    }

    /** Where FIRST or AFTER puts a column: at the end without them, or behind a column that is not known. */
    static int place(List<ColumnFacts> columns, @Nullable String position) {
        if ("first".equals(position)) {
            return 0;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(position)) {
                return i + 1;
            }
        }
        return columns.size();
    }

    /** serial is an integer, a sequence and NOT NULL; so is an identity, but for the default. */
    private static ColumnFacts column(TableFacts table, ColumnDefinition column) {
        boolean notNull =
                column.notNull() || column.serial() || column.generated().equals("identity");
        String sequence = table.name().name() + "_" + column.name() + "_seq";
        return new ColumnFacts(
                column.name(),
                column.serial() ? integer(column.type()) : column.type(),
                notNull,
                column.serial() ? "nextval('" + sequence + "'::regclass)" : column.defaultExpression(),
                column.generated(),
                column.collation(),
                notNull ? 0 : -1,
                column.attributes().stream()
                        .filter(a -> !a.equals(ColumnDefinition.NULLABLE))
                        .toList());
    }

    private static String integer(String serial) {
        return switch (serial) {
            case "bigserial", "serial8" -> "bigint";
            case "smallserial", "serial2" -> "smallint";
            default -> "integer";
        };
    }

    /** CHANGE and MODIFY: the column as defined anew, in its old place unless it says another. */
    static TableFacts redefined(TableFacts table, String column, ColumnDefinition definition) {
        TableFacts renamed = column.equals(definition.name()) ? table : renamed(table, column, definition.name());
        List<ColumnFacts> columns = new ArrayList<>(renamed.columns());
        int old = columns.stream().map(ColumnFacts::name).toList().indexOf(definition.name());
        if (old < 0) {
            return table;
        }
        columns.remove(old);
        boolean primary = renamed.indexes().stream()
                .anyMatch(i -> i.primary() && i.columns().contains(definition.name()));
        ColumnFacts anew = column(table, definition);
        columns.add(
                definition.position() == null ? old : place(columns, definition.position()),
                anew.notNull(anew.notNull() || primary));
        return renamed.with(columns, renamed.indexes(), renamed.constraints());
    }

    /** Everything that holds the column goes with it; MySQL and MariaDB only take it out of longer indexes. */
    static TableFacts withoutColumn(TableFacts table, String column, Dialect dialect) {
        List<IndexFacts> indexes = new ArrayList<>();
        for (IndexFacts index : table.indexes()) {
            List<String> rest =
                    index.columns().stream().filter(c -> !c.equals(column)).toList();
            if (rest.size() == index.columns().size()) {
                indexes.add(index);
            } else if (dialect != Dialect.POSTGRESQL && !rest.isEmpty()) {
                indexes.add(index.on(rest));
            }
        }
        return table.with(
                table.columns().stream().filter(c -> !c.name().equals(column)).toList(),
                indexes,
                table.constraints().stream()
                        .filter(c -> !c.columns().contains(column))
                        .toList());
    }

    static TableFacts renamed(TableFacts table, String from, String to) {
        UnaryOperator<List<String>> rename =
                names -> names.stream().map(n -> n.equals(from) ? to : n).toList();
        TableFacts changed = columns(table, from, c -> c.named(to));
        TableFacts renamed = changed.with(
                        changed.columns(),
                        changed.indexes().stream()
                                .map(i -> i.on(rename.apply(i.columns())))
                                .toList(),
                        changed.constraints().stream()
                                .map(k -> k.on(rename.apply(k.columns())))
                                .toList())
                .withDependents(changed.dependents().stream()
                        .map(d -> new DependentFacts(d.name(), rename.apply(d.columns())))
                        .toList());
        return renamed.storage()
                .map(kept -> renamed.withStorage(kept.renamed(rename)))
                .orElse(renamed);
    }

    static TableFacts typed(TableFacts table, String column, String type) {
        return columns(table, column, c -> c.typed(type));
    }

    static TableFacts notNull(TableFacts table, String column, boolean notNull) {
        return columns(table, column, c -> c.notNull(notNull));
    }

    static TableFacts defaulting(TableFacts table, String column, @Nullable String expression) {
        return columns(table, column, c -> c.defaulting(expression));
    }

    static TableFacts validated(TableFacts table, String constraint, boolean so) {
        return table.with(
                table.columns(),
                table.indexes(),
                table.constraints().stream()
                        .map(c -> c.name().equals(constraint) ? c.validated(so) : c)
                        .toList());
    }

    static TableFacts withIndex(TableFacts table, IndexFacts index) {
        List<IndexFacts> indexes = new ArrayList<>(table.indexes());
        indexes.removeIf(i -> i.name().equals(index.name()));
        indexes.add(index);
        return table.with(table.columns(), indexes, table.constraints());
    }

    /** Every column of the table that the index's keys or predicate name, the plain keys first. */
    static IndexFacts index(TableFacts table, ObjectName name, IndexOperation.CreateIndex create) {
        List<String> columns = Stream.concat(
                        create.columns().stream(), create.mentioned().stream().filter(word -> table.column(word)
                                .isPresent()))
                .distinct()
                .toList();
        return new IndexFacts(
                name,
                0,
                create.unique(),
                false,
                true,
                columns,
                create.computed(),
                false,
                create.method(),
                table.innodb().isPresent() ? "(" + String.join(", ", create.keys()) + ")" : "");
    }

    static TableFacts withoutIndex(TableFacts table, String index) {
        return table.with(
                table.columns(),
                table.indexes().stream()
                        .filter(i -> !i.name().name().equals(index))
                        .toList(),
                table.constraints());
    }

    static TableFacts renamedIndex(TableFacts table, String index, String to) {
        return table.with(
                table.columns(),
                table.indexes().stream()
                        .map(i -> i.name().name().equals(index)
                                ? i.named(new ObjectName(i.name().schema(), to))
                                : i)
                        .toList(),
                table.constraints());
    }

    /** Rows were added, nobody knows how many. */
    static TableFacts filled(TableFacts table) {
        return table.createdHere() ? table.withRows(-1) : table;
    }

    private static TableFacts columns(TableFacts table, String column, UnaryOperator<ColumnFacts> change) {
        return table.with(
                table.columns().stream()
                        .map(c -> c.name().equals(column) ? change.apply(c) : c)
                        .toList(),
                table.indexes(),
                table.constraints());
    }
}
