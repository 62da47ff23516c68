package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What CREATE TABLE leaves behind: the table, its sequences, and its place below a parent. */
final class CreatedTable {
    private CreatedTable() {}

    static TargetFacts after(TargetFacts facts, TableOperation.CreateTable create) {
        if (facts.table(create.table()).isPresent()) {
            return facts;
        }
        ObjectName name = facts.qualified(create.table());
        TableFacts table = TableChanges.empty(name, create.temporary(), facts.dialect());
        if (create.fromQuery()) {
            table = TableChanges.filled(table);
        }
        ObjectName partitionOf = create.partitionOf();
        Optional<TableFacts> parent = partitionOf == null ? Optional.empty() : facts.table(partitionOf);
        table = inherited(facts, table, create, parent);
        for (ColumnDefinition column : create.columns()) {
            table = TableChanges.withColumn(table, column);
        }
        for (ConstraintDefinition constraint : constraints(create)) {
            table = Keys.constrained(facts, table, constraint);
        }
        TargetFacts changed = Relations.put(facts, table);
        for (ColumnDefinition column : create.columns()) {
            if (column.serial()) {
                changed = Evolution.other(
                        changed, new ObjectName(name.schema(), name.name() + "_" + column.name() + "_seq"), "sequence");
            }
        }
        return placed(changed, create, parent, name);
    }

    /** Columns of parents, of tables it is like, and of the partitioned table it belongs to. */
    private static TableFacts inherited(
            TargetFacts facts, TableFacts table, TableOperation.CreateTable create, Optional<TableFacts> parent) {
        List<TableFacts> from = new ArrayList<>(parent.stream().toList());
        create.inherits().forEach(p -> facts.table(p).ifPresent(from::add));
        if (!create.fromQuery()) {
            create.sources().forEach(p -> facts.table(p).ifPresent(from::add));
        }
        TableFacts changed = table;
        for (TableFacts source : from) {
            List<ColumnFacts> columns = new ArrayList<>(changed.columns());
            TableFacts known = changed;
            source.columns().stream()
                    .filter(c -> known.column(c.name()).isEmpty())
                    .forEach(columns::add);
            changed = changed.with(columns, changed.indexes(), changed.constraints());
        }
        for (ObjectName above : create.inherits()) {
            for (ConstraintFacts constraint :
                    facts.table(above).map(TableFacts::constraints).orElse(List.of())) {
                if (constraint.kind() == ConstraintKind.CHECK) {
                    changed = Keys.constrained(facts, changed, copied(constraint));
                }
            }
        }
        return parent.isPresent() ? propagated(facts, changed, parent.get()) : changed;
    }

    /** A partition gets an index of its own for each of its parent's; keys are named anew, other constraints alike. */
    private static TableFacts propagated(TargetFacts facts, TableFacts table, TableFacts parent) {
        TableFacts changed = table;
        for (IndexFacts index : parent.indexes()) {
            if (!index.constraint()) {
                ObjectName name = new DefaultNames(facts, changed).index(null, index.columns(), index.columns());
                changed = TableChanges.withIndex(changed, index.named(name).sized(0));
            }
        }
        for (ConstraintFacts constraint : parent.constraints()) {
            changed = Keys.constrained(facts, changed, copied(constraint));
        }
        return changed;
    }

    private static ConstraintDefinition copied(ConstraintFacts constraint) {
        boolean key = constraint.kind() == ConstraintKind.PRIMARY_KEY || constraint.kind() == ConstraintKind.UNIQUE;
        return new ConstraintDefinition(
                key ? null : constraint.name(),
                constraint.kind(),
                constraint.columns(),
                constraint.definition(),
                constraint.references().orElse(null),
                !constraint.validated(),
                null,
                true);
    }

    private static List<ConstraintDefinition> constraints(TableOperation.CreateTable create) {
        List<ConstraintDefinition> constraints = new ArrayList<>();
        create.columns().forEach(column -> constraints.addAll(column.constraints()));
        constraints.addAll(create.constraints());
        return constraints;
    }

    private static TargetFacts placed(
            TargetFacts facts, TableOperation.CreateTable create, Optional<TableFacts> parent, ObjectName name) {
        TargetFacts changed = facts;
        if (parent.isPresent()) {
            changed = attached(changed, parent.get().name(), name, true);
        }
        for (ObjectName above : create.inherits()) {
            changed = attached(changed, changed.qualified(above), name, false);
        }
        return changed;
    }

    private static TargetFacts attached(TargetFacts facts, ObjectName parent, ObjectName child, boolean partition) {
        TableFacts above = facts.tables().get(parent);
        TableFacts below = facts.tables().get(child);
        return above == null || below == null ? facts : Relations.attached(facts, above, below, partition);
    }
}
