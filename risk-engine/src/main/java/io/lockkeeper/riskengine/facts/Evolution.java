package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The target as it will be after an operation, so that the next statement is judged against what it will find. After a
 * statement that could not be read nothing is certain any more: {@code live} is then false and names are never absent.
 */
public final class Evolution {
    private Evolution() {}

    public static TargetFacts after(TargetFacts facts, Operation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> put(facts, created(facts, create));
            case TableOperation.DropTable drop -> without(facts, facts.qualified(drop.table()));
            case TableOperation.RenameTable rename -> rename(facts, rename.table(), rename.to());
            case TableOperation.AddColumn add ->
                change(facts, add.table(), t -> TableChanges.withColumn(t, add.definition()));
            case TableOperation.DropColumn drop ->
                change(facts, drop.table(), t -> TableChanges.withoutColumn(t, drop.column()));
            case TableOperation.RenameColumn rename ->
                change(facts, rename.table(), t -> TableChanges.renamed(t, rename.column(), rename.to()));
            case TableOperation.AlterColumnType type ->
                change(facts, type.table(), t -> TableChanges.typed(t, type.column(), type.type()));
            case TableOperation.SetNotNull set ->
                change(facts, set.table(), t -> TableChanges.notNull(t, set.column(), true));
            case TableOperation.DropNotNull drop ->
                change(facts, drop.table(), t -> TableChanges.notNull(t, drop.column(), false));
            case TableOperation.AddConstraint add ->
                change(facts, add.table(), t -> constrained(facts, t, add.definition()));
            case TableOperation.ValidateConstraint validate ->
                change(facts, validate.table(), t -> TableChanges.validated(t, validate.constraint()));
            case TableOperation.DropConstraint drop ->
                change(facts, drop.table(), t -> TableChanges.withoutConstraint(t, drop.constraint()));
            case DataOperation.Insert insert -> change(facts, insert.object(), TableChanges::filled);
            case IndexOperation.CreateIndex create -> indexed(facts, create);
            case IndexOperation.DropIndex drop -> without(facts, facts.qualified(drop.object()));
            case OtherOperation.CreateView view -> other(facts, view.object(), "view");
            case OtherOperation.CreateMaterializedView view -> other(facts, view.object(), "materialized-view");
            case OtherOperation.CreateObject create -> create(facts, create);
            case OtherOperation.DropObject drop -> drop(facts, drop);
            case OtherOperation.Unreadable ignored -> uncertain(facts);
            case TableOperation.AttachPartition attach -> attached(facts, attach.table(), attach.partition(), true);
            case TableOperation.DetachPartition detach -> attached(facts, detach.table(), detach.partition(), false);
            case OtherOperation.SetParameter set -> set(facts, set);
            default -> facts;
        };
    }

    private static TargetFacts set(TargetFacts facts, OtherOperation.SetParameter set) {
        return switch (set.name()) {
            case "search_path" -> uncertain(facts);
            // One for the transaction alone is not followed: unknown is the worst case.
            case "timezone" -> zoned(facts, set.local() ? "" : set.value().replace("'", ""));
            default -> facts;
        };
    }

    private static TargetFacts zoned(TargetFacts facts, String zone) {
        Map<String, String> settings = new HashMap<>(facts.settings());
        settings.put("TimeZone", zone);
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

    private static TargetFacts attached(TargetFacts facts, ObjectName parent, ObjectName child, boolean added) {
        ObjectName below = facts.qualified(child);
        TargetFacts changed = change(facts, parent, t -> TableChanges.partitioned(t, below, added));
        Optional<ObjectName> above = added ? Optional.of(facts.qualified(parent)) : Optional.empty();
        return change(changed, below, t -> TableChanges.partitionOf(t, above));
    }

    private static TableFacts created(TargetFacts facts, TableOperation.CreateTable create) {
        ObjectName name = facts.qualified(create.table());
        Optional<TableFacts> existing = facts.table(create.table());
        if (existing.isPresent()) {
            return existing.get();
        }
        TableFacts table = TableChanges.empty(name, create.temporary());
        if (create.fromQuery()) {
            table = TableChanges.filled(table);
        }
        for (var column : create.columns()) {
            table = TableChanges.withColumn(table, column);
        }
        List<ConstraintDefinition> constraints = new ArrayList<>(create.constraints());
        create.columns().forEach(column -> constraints.addAll(column.constraints()));
        for (ConstraintDefinition constraint : constraints) {
            table = constrained(facts, table, constraint);
        }
        return table;
    }

    private static TableFacts constrained(TargetFacts facts, TableFacts table, ConstraintDefinition definition) {
        Optional<ObjectName> references =
                Optional.ofNullable(definition.references()).map(facts::qualified);
        TableFacts changed = TableChanges.withConstraint(table, definition, references);
        return definition.kind() == ConstraintKind.NOT_NULL && !definition.notValid()
                ? TableChanges.notNull(changed, definition.columns().getFirst(), true)
                : changed;
    }

    private static TargetFacts indexed(TargetFacts facts, IndexOperation.CreateIndex create) {
        ObjectName name = create.name();
        Optional<TableFacts> table = facts.table(create.table());
        if (name == null || table.isEmpty()) {
            return facts;
        }
        ObjectName index = new ObjectName(table.get().name().schema(), name.name());
        TargetFacts changed = put(facts, TableChanges.withIndex(table.get(), index, create));
        var indexes = SharedMap.of(facts.indexes()).with(index, table.get().name());
        return copy(changed, changed.live(), changed.tables(), indexes, changed.other());
    }

    private static TargetFacts create(TargetFacts facts, OtherOperation.CreateObject create) {
        ObjectName name = create.object();
        boolean domain = create.type().equals("domain");
        return name == null ? facts : other(facts, name, domain ? "constrained-domain" : create.type());
    }

    private static TargetFacts drop(TargetFacts facts, OtherOperation.DropObject drop) {
        ObjectName name = drop.object();
        return name == null || drop.cascade() || drop.type().equals("schema")
                ? uncertain(facts)
                : without(facts, facts.qualified(name));
    }

    private static TargetFacts rename(TargetFacts facts, ObjectName from, String to) {
        Optional<TableFacts> table = facts.table(from);
        if (table.isEmpty()) {
            return uncertain(facts);
        }
        TargetFacts without = without(facts, table.get().name());
        return put(
                without,
                TableChanges.named(
                        table.get(), new ObjectName(table.get().name().schema(), to)));
    }

    private static TargetFacts change(TargetFacts facts, ObjectName name, UnaryOperator<TableFacts> change) {
        return facts.table(name).map(table -> put(facts, change.apply(table))).orElse(facts);
    }

    private static TargetFacts put(TargetFacts facts, TableFacts table) {
        var tables = SharedMap.of(facts.tables()).with(table.name(), table);
        return copy(facts, facts.live(), tables, facts.indexes(), facts.other());
    }

    private static TargetFacts without(TargetFacts facts, ObjectName name) {
        var indexes = SharedMap.of(facts.indexes()).without(name);
        TableFacts table = facts.tables().get(name);
        for (IndexFacts index : table == null ? List.<IndexFacts>of() : table.indexes()) {
            indexes = indexes.without(index.name());
        }
        return copy(
                facts,
                facts.live(),
                SharedMap.of(facts.tables()).without(name),
                indexes,
                SharedMap.of(facts.other()).without(name));
    }

    private static TargetFacts other(TargetFacts facts, ObjectName name, String kind) {
        var other = SharedMap.of(facts.other()).with(facts.qualified(name), kind);
        return copy(facts, facts.live(), facts.tables(), facts.indexes(), other);
    }

    private static TargetFacts uncertain(TargetFacts facts) {
        return copy(facts, false, facts.tables(), facts.indexes(), facts.other());
    }

    private static TargetFacts copy(
            TargetFacts facts,
            boolean live,
            Map<ObjectName, TableFacts> tables,
            Map<ObjectName, ObjectName> indexes,
            Map<ObjectName, String> other) {
        return new TargetFacts(
                facts.dialect(),
                live,
                facts.serverVersion(),
                facts.settings(),
                facts.searchPath(),
                tables,
                indexes,
                other,
                facts.asked(),
                facts.oldestTransactionSeconds(),
                facts.activityVisible(),
                facts.replicas());
    }
}
