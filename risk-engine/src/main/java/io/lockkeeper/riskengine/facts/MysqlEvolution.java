package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation.PartitionAction;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.OtherOperation.SetParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What {@link Evolution} does for the operations that only MySQL and MariaDB have. */
final class MysqlEvolution {
    private MysqlEvolution() {}

    static TargetFacts after(TargetFacts facts, MysqlOperation operation) {
        return Evolution.change(facts, operation.table(), table -> changed(table, operation));
    }

    /** A setting of the session counts for the statements after it; one for all sessions counts for those to come, too. */
    static TargetFacts set(TargetFacts facts, SetParameter set) {
        String name =
                set.name().replaceFirst("^(?:global|persist|session|local) |^@@(?:global\\.|session\\.|local\\.)?", "");
        Map<String, String> settings = new HashMap<>(facts.settings());
        settings.put(name.equals("time_zone") ? "TimeZone" : name, set.value().replaceAll("^['\"]|['\"]$", ""));
        return new TargetFacts(
                facts.dialect(),
                facts.live(),
                facts.serverVersion(),
                settings,
                facts.searchPath(),
                facts.tables(),
                facts.indexes(),
                facts.other(),
                facts.asked(),
                facts.oldestTransactionSeconds(),
                facts.activityVisible(),
                facts.replicas());
    }

    private static TableFacts changed(TableFacts table, MysqlOperation operation) {
        return switch (operation) {
            case MysqlOperation.ChangeColumn change -> changed(table, change.column(), change.definition());
            case MysqlOperation.DropKey drop ->
                withoutKey(table, i -> i.name().name().equals(drop.index()));
            case MysqlOperation.DropPrimaryKey ignored -> withoutKey(table, IndexFacts::primary);
            case MysqlOperation.RenameKey rename -> renamedKey(table, rename.index(), rename.to());
            case MysqlOperation.DropForeignKey drop -> withoutForeignKey(table, drop.constraint());
            case MysqlOperation.SetOption option -> optioned(table, option);
            case MysqlOperation.SetCharset set -> collated(table, set.collation());
            case MysqlOperation.ConvertCharset convert -> converted(table, convert.collation());
            case MysqlOperation.ChangePartitions partitions -> partitioned(table, partitions.action());
            default -> table;
        };
    }

    private static TableFacts changed(TableFacts table, String column, ColumnDefinition definition) {
        Optional<ColumnFacts> old = table.column(column);
        if (old.isEmpty()) {
            return table;
        }
        ColumnFacts next = new ColumnFacts(
                definition.name(),
                definition.type(),
                definition.notNull(),
                definition.defaultExpression(),
                definition.generated(),
                definition.collation(),
                -1);
        List<ColumnFacts> columns = new ArrayList<>(table.columns());
        int place = columns.indexOf(old.get());
        columns.remove(place);
        columns.add(definition.position() == null ? place : TableChanges.place(columns, definition.position()), next);
        TableFacts changed = TableChanges.copy(table, columns, table.indexes(), table.constraints());
        return column.equals(next.name()) ? changed : renamedColumn(changed, column, next.name());
    }

    /** Keys and constraints follow their column. */
    private static TableFacts renamedColumn(TableFacts table, String from, String to) {
        UnaryOperator<List<String>> rename = names ->
                names.stream().map(name -> name.equals(from) ? to : name).toList();
        return TableChanges.copy(
                table,
                table.columns(),
                table.indexes().stream()
                        .map(i -> index(i, i.name(), rename.apply(i.columns())))
                        .toList(),
                table.constraints().stream()
                        .map(c -> new ConstraintFacts(
                                c.name(),
                                c.kind(),
                                c.validated(),
                                rename.apply(c.columns()),
                                c.references(),
                                c.definition()))
                        .toList());
    }

    /** A unique key is a constraint, too. */
    private static TableFacts withoutKey(TableFacts table, Predicate<IndexFacts> gone) {
        List<String> names =
                table.indexes().stream().filter(gone).map(i -> i.name().name()).toList();
        return TableChanges.copy(
                table,
                table.columns(),
                table.indexes().stream().filter(gone.negate()).toList(),
                table.constraints().stream()
                        .filter(c -> !key(c.kind()) || !names.contains(c.name()))
                        .toList());
    }

    private static TableFacts renamedKey(TableFacts table, String from, String to) {
        return TableChanges.copy(
                table,
                table.columns(),
                table.indexes().stream()
                        .map(i -> i.name().name().equals(from)
                                ? index(i, new ObjectName(i.name().schema(), to), i.columns())
                                : i)
                        .toList(),
                table.constraints().stream()
                        .map(c -> key(c.kind()) && c.name().equals(from)
                                ? new ConstraintFacts(
                                        to, c.kind(), c.validated(), c.columns(), c.references(), c.definition())
                                : c)
                        .toList());
    }

    private static boolean key(ConstraintKind kind) {
        return kind == ConstraintKind.UNIQUE || kind == ConstraintKind.PRIMARY_KEY;
    }

    private static IndexFacts index(IndexFacts index, ObjectName name, List<String> columns) {
        return new IndexFacts(
                name,
                index.bytes(),
                index.unique(),
                index.primary(),
                index.valid(),
                columns,
                index.computed(),
                index.constraint(),
                index.method(),
                index.definition());
    }

    private static TableFacts withoutForeignKey(TableFacts table, String constraint) {
        return TableChanges.copy(
                table,
                table.columns(),
                table.indexes(),
                table.constraints().stream()
                        .filter(c -> c.kind() != ConstraintKind.FOREIGN_KEY
                                || !c.name().equals(constraint))
                        .toList());
    }

    private static TableFacts optioned(TableFacts table, MysqlOperation.SetOption option) {
        InnodbFacts old = table.innodb().orElse(InnodbFacts.DEFAULTS);
        String value = option.value().toLowerCase(Locale.ROOT);
        return switch (option.option()) {
            case "ENGINE" -> stored(table, new InnodbFacts(value, old.rowFormat(), old.collation(), 0));
            case "ROW_FORMAT" ->
                stored(
                        table,
                        new InnodbFacts(old.engine(), value.equals("default") ? "dynamic" : value, old.collation(), 0));
            case "KEY_BLOCK_SIZE" ->
                value.equals("0")
                        ? table
                        : stored(table, new InnodbFacts(old.engine(), "compressed", old.collation(), 0));
            default -> table;
        };
    }

    private static TableFacts collated(TableFacts table, String collation) {
        InnodbFacts old = table.innodb().orElse(InnodbFacts.DEFAULTS);
        // Columns that took the table's default keep what they have.
        List<ColumnFacts> columns = table.columns().stream()
                .map(c -> c.collation().isEmpty() ? collated(c, old.collation()) : c)
                .toList();
        TableFacts kept = TableChanges.copy(table, columns, table.indexes(), table.constraints());
        return stored(kept, new InnodbFacts(old.engine(), old.rowFormat(), collation, old.rowVersions()));
    }

    private static TableFacts converted(TableFacts table, String collation) {
        InnodbFacts old = table.innodb().orElse(InnodbFacts.DEFAULTS);
        List<ColumnFacts> columns = table.columns().stream()
                .map(c -> c.collation().isEmpty() || c.collation().equals("binary") ? c : collated(c, collation))
                .toList();
        TableFacts changed = TableChanges.copy(table, columns, table.indexes(), table.constraints());
        return stored(changed, new InnodbFacts(old.engine(), old.rowFormat(), collation, old.rowVersions()));
    }

    private static ColumnFacts collated(ColumnFacts column, String collation) {
        return new ColumnFacts(
                column.name(),
                column.type(),
                column.notNull(),
                column.defaultExpression(),
                column.generated(),
                collation,
                column.nullFraction());
    }

    private static TableFacts partitioned(TableFacts table, PartitionAction action) {
        return switch (action) {
            case PARTITION_BY -> kind(table, TableFacts.Kind.PARTITIONED);
            case REMOVE_PARTITIONING -> kind(table, TableFacts.Kind.PLAIN);
            default -> table;
        };
    }

    private static TableFacts stored(TableFacts table, InnodbFacts innodb) {
        return copy(table, table.kind(), Optional.of(innodb));
    }

    private static TableFacts kind(TableFacts table, TableFacts.Kind kind) {
        return copy(table, kind, table.innodb());
    }

    private static TableFacts copy(TableFacts table, TableFacts.Kind kind, Optional<InnodbFacts> innodb) {
        return new TableFacts(
                table.name(),
                kind,
                table.bytes(),
                table.rows(),
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
                innodb,
                table.createdHere());
    }
}
