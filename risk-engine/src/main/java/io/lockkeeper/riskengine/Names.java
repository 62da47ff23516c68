package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.AddedColumn;
import io.lockkeeper.riskengine.effect.Volatility;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relations and types an operation names. */
final class Names {
    private final Set<ObjectName> names = new LinkedHashSet<>();

    private Names() {}

    static Set<ObjectName> of(Operation operation) {
        Names names = new Names();
        names.add(operation.object());
        switch (operation) {
            case TableOperation.CreateTable create -> names.table(create);
            case TableOperation.AddColumn add -> names.column(add.definition());
            case TableOperation.AlterColumnType type -> names.type(type.type());
            case TableOperation.AddConstraint add -> names.constraint(add.definition());
            case TableOperation.AttachPartition attach -> names.add(attach.partition());
            case TableOperation.DetachPartition detach -> names.add(detach.partition());
            case TableOperation.ChangeTable change -> names.change(change);
            case TableOperation.RenameTable rename ->
                names.add(new ObjectName(rename.table().schema(), rename.to()));
            case IndexOperation.CreateIndex create -> names.add(create.name());
            case OtherOperation.DropObject drop
            when drop.type().equals("schema") && drop.object() != null ->
                names.add(new ObjectName(drop.object().name(), TargetFacts.EVERYTHING));
            case IndexOperation.AlterIndex alter -> names.add(alter.attached());
            case OtherOperation.CreateView view -> view.sources().forEach(names::add);
            case OtherOperation.CreateMaterializedView view -> view.sources().forEach(names::add);
            case DataOperation.Insert insert -> insert.sources().forEach(names::add);
            case DataOperation.Update update -> update.sources().forEach(names::add);
            case DataOperation.Delete delete -> delete.sources().forEach(names::add);
            case DataOperation.Select select -> select.sources().forEach(names::add);
            default -> {}
        }
        return names.names;
    }

    private void change(TableOperation.ChangeTable change) {
        if (change.change() == TableChange.INHERIT || change.change() == TableChange.NO_INHERIT) {
            add(change.other());
        }
    }

    private void table(TableOperation.CreateTable create) {
        create.columns().forEach(this::column);
        create.constraints().forEach(this::constraint);
        create.inherits().forEach(this::add);
        create.sources().forEach(this::add);
        add(create.partitionOf());
    }

    private void column(ColumnDefinition column) {
        type(column.type());
        String expression = column.defaultExpression();
        if (expression != null) {
            Volatility.functions(expression).forEach(this::add);
        }
        List<ConstraintDefinition> constraints = column.constraints();
        constraints.forEach(this::constraint);
    }

    private void constraint(ConstraintDefinition constraint) {
        add(constraint.references());
    }

    private void type(String type) {
        if (!AddedColumn.builtIn(type)) {
            add(ObjectName.ofType(type));
        }
    }

    private void add(@Nullable ObjectName name) {
        if (name != null) {
            names.add(name);
        }
    }
}
