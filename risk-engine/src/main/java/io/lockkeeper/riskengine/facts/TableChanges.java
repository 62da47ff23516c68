package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One table's facts after one change. Names the server would invent are unknown, so constraints may be nameless here. */
final class TableChanges {
    private TableChanges() {}

    static TableFacts empty(ObjectName name, boolean temporary) {
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
                Optional.empty(),
                true);
    }

    static TableFacts withColumn(TableFacts table, ColumnDefinition column) {
        List<ColumnFacts> columns = new ArrayList<>(table.columns());
        if (table.column(column.name()).isEmpty()) {
            columns.add(
                    place(columns, column.position()),
                    new ColumnFacts(
                            column.name(),
                            column.type(),
                            column.notNull(),
                            column.defaultExpression(),
                            column.generated(),
                            column.collation(),
                            column.notNull() ? 0 : -1));
        }
        return copy(table, columns, table.indexes(), table.constraints());
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

    static TableFacts withoutColumn(TableFacts table, String column) {
        return copy(
                table,
                table.columns().stream().filter(c -> !c.name().equals(column)).toList(),
                table.indexes().stream()
                        .filter(i -> !i.columns().contains(column))
                        .toList(),
                table.constraints().stream()
                        .filter(c -> !c.columns().contains(column))
                        .toList());
    }

    static TableFacts renamed(TableFacts table, String from, String to) {
        return columns(table, from, c -> c.named(to));
    }

    static TableFacts typed(TableFacts table, String column, String type) {
        return columns(table, column, c -> c.typed(type));
    }

    static TableFacts notNull(TableFacts table, String column, boolean notNull) {
        return columns(table, column, c -> c.notNull(notNull));
    }

    static TableFacts withConstraint(
            TableFacts table, ConstraintDefinition definition, Optional<ObjectName> references) {
        List<ConstraintFacts> constraints = new ArrayList<>(table.constraints());
        String name = definition.name();
        constraints.add(new ConstraintFacts(
                name == null ? "" : name,
                definition.kind(),
                !definition.notValid() && definition.enforced(),
                definition.columns(),
                references,
                definition.expression() == null ? "" : definition.expression()));
        return copy(table, table.columns(), table.indexes(), constraints);
    }

    static TableFacts validated(TableFacts table, String constraint) {
        return copy(
                table,
                table.columns(),
                table.indexes(),
                table.constraints().stream()
                        .map(c -> c.name().equals(constraint)
                                ? new ConstraintFacts(
                                        c.name(), c.kind(), true, c.columns(), c.references(), c.definition())
                                : c)
                        .toList());
    }

    static TableFacts withoutConstraint(TableFacts table, String constraint) {
        return copy(
                table,
                table.columns(),
                table.indexes().stream()
                        .filter(i -> !i.name().name().equals(constraint))
                        .toList(),
                table.constraints().stream()
                        .filter(c -> !c.name().equals(constraint))
                        .toList());
    }

    static TableFacts withIndex(TableFacts table, ObjectName name, IndexOperation.CreateIndex create) {
        List<IndexFacts> indexes = new ArrayList<>(table.indexes());
        indexes.removeIf(i -> i.name().equals(name));
        indexes.add(new IndexFacts(
                name,
                0,
                create.unique(),
                false,
                true,
                create.columns(),
                create.computed(),
                false,
                create.method(),
                ""));
        return copy(table, table.columns(), indexes, table.constraints());
    }

    /** Rows were added, nobody knows how many. */
    static TableFacts filled(TableFacts table) {
        return table.createdHere() ? sized(table, table.name(), -1) : table;
    }

    static TableFacts named(TableFacts table, ObjectName name) {
        return sized(table, name, table.rows());
    }

    private static TableFacts sized(TableFacts table, ObjectName name, long rows) {
        return new TableFacts(
                name,
                table.kind(),
                table.bytes(),
                rows,
                table.readsPerSecond(),
                table.writesPerSecond(),
                table.columns(),
                table.indexes(),
                table.constraints(),
                table.referencedBy(),
                table.triggers(),
                table.partitions(),
                table.partitionOf(),
                table.dependents(),
                table.innodb(),
                table.createdHere());
    }

    private static TableFacts columns(TableFacts table, String column, UnaryOperator<ColumnFacts> change) {
        return copy(
                table,
                table.columns().stream()
                        .map(c -> c.name().equals(column) ? change.apply(c) : c)
                        .toList(),
                table.indexes(),
                table.constraints());
    }

    static TableFacts copy(
            TableFacts table, List<ColumnFacts> columns, List<IndexFacts> indexes, List<ConstraintFacts> constraints) {
        return new TableFacts(
                table.name(),
                table.kind(),
                table.bytes(),
                table.rows(),
                table.readsPerSecond(),
                table.writesPerSecond(),
                columns,
                indexes,
                constraints,
                table.referencedBy(),
                table.triggers(),
                table.partitions(),
                table.partitionOf(),
                table.dependents(),
                table.innodb(),
                table.createdHere());
    }
}
