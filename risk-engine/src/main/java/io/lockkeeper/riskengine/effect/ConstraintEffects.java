package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static io.lockkeeper.riskengine.report.Lock.ACCESS_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.ROW_SHARE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_ROW_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_UPDATE_EXCLUSIVE;

/** Effects of adding, checking and dropping constraints. */
final class ConstraintEffects {
    private final TargetFacts facts;

    ConstraintEffects(TargetFacts facts) {
        this.facts = facts;
    }

    List<Effect> add(ObjectName table, ConstraintDefinition definition, Touch touch) {
        boolean rows = !facts.table(table).map(TableFacts::untouched).orElse(false);
        boolean checks = !definition.notValid() && definition.enforced() && rows;
        return switch (definition.kind()) {
            case CHECK, NOT_NULL ->
                touch.withPartitions(checks ? touch.scan(ACCESS_EXCLUSIVE) : touch.metadata(ACCESS_EXCLUSIVE));
            case FOREIGN_KEY -> addForeignKey(table, definition, touch, checks);
            case UNIQUE, PRIMARY_KEY ->
                touch.withPartitions(
                        definition.usingIndex() == null
                                ? touch.scan(ACCESS_EXCLUSIVE, Throughput.indexBuild(touch.rows(), "btree", false))
                                : usingIndex(table, definition, touch));
            case EXCLUDE -> List.of(touch.scan(ACCESS_EXCLUSIVE, Throughput.indexBuild(touch.rows(), "gist", false)));
        };
    }

    /** A primary key on columns that may be NULL is verified by a scan first. */
    private Effect usingIndex(ObjectName table, ConstraintDefinition definition, Touch touch) {
        boolean proved = definition.kind() == ConstraintKind.UNIQUE
                || facts.table(table)
                        .map(t -> t.indexes().stream()
                                .filter(i -> i.name().name().equals(definition.usingIndex()))
                                .flatMap(i -> i.columns().stream())
                                .toList())
                        .filter(columns -> !columns.isEmpty())
                        .filter(columns -> columns.stream().allMatch(c -> NotNullProof.proved(table, c, facts)))
                        .isPresent();
        return proved ? touch.metadata(ACCESS_EXCLUSIVE) : touch.scan(ACCESS_EXCLUSIVE);
    }

    private List<Effect> addForeignKey(ObjectName table, ConstraintDefinition definition, Touch touch, boolean checks) {
        ObjectName parent = definition.references();
        List<TableFacts> both = new ArrayList<>(touch.rows());
        List<Effect> effects = new ArrayList<>();
        Touch other = parent == null ? touch : new Touch(facts, parent);
        boolean self = parent == null || facts.qualified(parent).equals(facts.qualified(table));
        if (!self && !both.isEmpty()) {
            both.addAll(other.rows());
        }
        effects.addAll(touch.withPartitions(
                checks
                        ? touch.scan(SHARE_ROW_EXCLUSIVE, Throughput.foreignKey(both))
                        : touch.metadata(SHARE_ROW_EXCLUSIVE)));
        if (!self) {
            effects.addAll(other.withPartitions(
                    checks
                            ? other.scan(SHARE_ROW_EXCLUSIVE, Throughput.foreignKey(both))
                            : other.metadata(SHARE_ROW_EXCLUSIVE)));
        }
        return effects;
    }

    List<Effect> validate(TableOperation.ValidateConstraint validate, Touch touch) {
        List<Effect> effects = new ArrayList<>();
        Optional<ConstraintFacts> constraint =
                facts.table(validate.table()).flatMap(t -> t.constraint(validate.constraint()));
        boolean done = constraint.isPresent() && constraint.get().validated();
        effects.add(done ? touch.metadata(SHARE_UPDATE_EXCLUSIVE) : touch.scan(SHARE_UPDATE_EXCLUSIVE));
        constraint
                .flatMap(ConstraintFacts::references)
                .ifPresent(parent -> effects.add(new Touch(facts, parent).metadata(ROW_SHARE)));
        return effects;
    }

    /** Dropping a foreign key locks the table it points to just as hard (measured on 12-18). */
    List<Effect> drop(TableOperation.DropConstraint drop, Touch touch) {
        List<Effect> effects = new ArrayList<>(touch.withPartitions(touch.metadata(ACCESS_EXCLUSIVE)));
        Optional<TableFacts> table = facts.table(drop.table());
        table.flatMap(t -> t.constraint(drop.constraint()))
                .flatMap(ConstraintFacts::references)
                .filter(parent -> !parent.equals(facts.qualified(drop.table())))
                .ifPresent(parent -> effects.add(new Touch(facts, parent).metadata(ACCESS_EXCLUSIVE)));
        if (drop.cascade()) {
            effects.addAll(referencing(table));
        }
        return effects;
    }

    /** CASCADE drops the foreign keys of other tables, which locks those. */
    List<Effect> referencing(Optional<TableFacts> table) {
        return table.map(TableFacts::referencedBy).orElse(List.of()).stream()
                .map(ForeignKeyFacts::from)
                .distinct()
                .map(child -> new Touch(facts, child).metadata(ACCESS_EXCLUSIVE))
                .toList();
    }

    /** Of a foreign key (18): enforcing it again checks every row, giving it up drops its triggers on both tables. */
    List<Effect> enforcement(TableOperation.ChangeTable operation, Touch touch) {
        boolean enforces = operation.change() == TableChange.ENFORCE_CONSTRAINT;
        if (enforces && validated(operation)) {
            return List.of(touch.metadata(ACCESS_EXCLUSIVE));
        }
        List<Effect> effects =
                new ArrayList<>(List.of(enforces ? touch.scan(ACCESS_EXCLUSIVE) : touch.metadata(ACCESS_EXCLUSIVE)));
        ObjectName constraint = operation.other();
        facts.table(operation.table())
                .flatMap(t -> t.constraint(constraint == null ? "" : constraint.name()))
                .flatMap(ConstraintFacts::references)
                .filter(parent -> !parent.equals(facts.qualified(operation.table())))
                .map(parent -> new Touch(facts, parent))
                .ifPresent(parent ->
                        effects.add(enforces ? parent.scan(SHARE_ROW_EXCLUSIVE) : parent.metadata(ACCESS_EXCLUSIVE)));
        return effects;
    }

    /** What is not enforced is not validated either. */
    private boolean validated(TableOperation.ChangeTable operation) {
        ObjectName constraint = operation.other();
        return facts.table(operation.table())
                .flatMap(t -> t.constraint(constraint == null ? "" : constraint.name()))
                .filter(ConstraintFacts::validated)
                .isPresent();
    }
}
