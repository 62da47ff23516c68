package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.ConstraintFacts;
import io.lockkeeper.riskengine.facts.DependentFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.Partitioning;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static io.lockkeeper.riskengine.report.Lock.ACCESS_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.ACCESS_SHARE;
import static io.lockkeeper.riskengine.report.Lock.ROW_SHARE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_ROW_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_UPDATE_EXCLUSIVE;

/** Effects of CREATE, ALTER and DROP TABLE. */
final class TableEffects {
    private final TargetFacts facts;

    TableEffects(TargetFacts facts) {
        this.facts = facts;
    }

    List<Effect> of(TableOperation operation) {
        Touch touch = new Touch(facts, operation.table());
        return switch (operation) {
            case TableOperation.CreateTable create -> create(create);
            case TableOperation.DropTable drop -> drop(drop, touch);
            case TableOperation.RenameTable ignored -> List.of(touch.metadata(ACCESS_EXCLUSIVE));
            case TableOperation.SetSchema ignored -> List.of(touch.metadata(ACCESS_EXCLUSIVE));
            case TableOperation.RenameColumn ignored -> exclusive(touch);
            case TableOperation.RenameConstraint ignored -> exclusive(touch);
            case TableOperation.AddColumn add -> addColumn(add, touch);
            case TableOperation.DropColumn drop -> dropColumn(drop, touch);
            case TableOperation.AlterColumnType change -> changeType(change, touch);
            case TableOperation.SetNotNull set ->
                touch.withPartitions(
                        NotNullProof.proved(set.table(), set.column(), facts)
                                ? touch.metadata(ACCESS_EXCLUSIVE)
                                : touch.scan(ACCESS_EXCLUSIVE));
            case TableOperation.DropNotNull ignored -> exclusive(touch);
            case TableOperation.SetDefault ignored -> exclusive(touch);
            case TableOperation.DropDefault ignored -> exclusive(touch);
            case TableOperation.AddConstraint add -> addConstraint(operation.table(), add.definition(), touch);
            case TableOperation.ValidateConstraint validate -> validate(validate, touch);
            case TableOperation.DropConstraint drop -> dropConstraint(drop, touch);
            case TableOperation.AttachPartition attach -> attach(attach, touch);
            case TableOperation.DetachPartition detach -> detach(detach, touch);
            case TableOperation.ChangeTable change -> change(change, touch);
        };
    }

    private static List<Effect> exclusive(Touch touch) {
        return touch.withPartitions(touch.metadata(ACCESS_EXCLUSIVE));
    }

    private List<Effect> create(TableOperation.CreateTable create) {
        List<Effect> effects = new ArrayList<>();
        Stream.concat(
                        create.constraints().stream(),
                        create.columns().stream().flatMap(column -> column.constraints().stream()))
                .map(ConstraintDefinition::references)
                .filter(Objects::nonNull)
                .filter(parent -> !facts.qualified(parent).equals(facts.qualified(create.table())))
                .distinct()
                .forEach(parent -> effects.add(new Touch(facts, parent).metadata(SHARE_ROW_EXCLUSIVE)));
        create.inherits().forEach(parent -> effects.add(new Touch(facts, parent).metadata(SHARE_UPDATE_EXCLUSIVE)));
        create.sources().forEach(source -> effects.add(new Touch(facts, source).metadata(ACCESS_SHARE)));
        ObjectName parent = create.partitionOf();
        if (parent != null
                && !(create.ifNotExists() && facts.table(create.table()).isPresent())) {
            effects.add(new Touch(facts, parent).metadata(ACCESS_EXCLUSIVE));
            defaultPartition(parent).ifPresent(rest -> effects.add(rest.scan(ACCESS_EXCLUSIVE)));
        }
        return effects;
    }

    /** Rows there might belong to a new partition, so it is locked, and read, whenever one comes or goes. */
    private Optional<Touch> defaultPartition(ObjectName parent) {
        return facts.table(parent)
                .flatMap(TableFacts::partitioning)
                .flatMap(Partitioning::defaultPartition)
                .map(name -> new Touch(facts, name));
    }

    /** A dropped table also locks, as hard, every table its foreign keys point to, and its partitioned parent. */
    private List<Effect> drop(TableOperation.DropTable drop, Touch touch) {
        ObjectName table = drop.table();
        List<Effect> effects = new ArrayList<>(
                touch.withPartitions(touch.metadata(ACCESS_EXCLUSIVE).losing()));
        Optional<TableFacts> known = facts.table(table);
        known.map(TableFacts::constraints).orElse(List.of()).stream()
                .flatMap(constraint -> constraint.references().stream())
                .filter(parent -> !parent.equals(facts.qualified(table)))
                .distinct()
                .forEach(parent -> effects.add(new Touch(facts, parent).metadata(ACCESS_EXCLUSIVE)));
        if (drop.cascade()) {
            effects.addAll(referencing(known));
            effects.addAll(dependents(known.map(TableFacts::dependents).orElse(List.of())));
        }
        known.flatMap(TableFacts::partitionOf).ifPresent(parent -> effects.addAll(left(parent, table)));
        return effects;
    }

    /** What a partition's departure locks: the partitioned table and, where there is one, its default partition. */
    private List<Effect> left(ObjectName parent, ObjectName partition) {
        boolean partitioned = facts.table(parent)
                .map(t -> t.kind() == TableFacts.Kind.PARTITIONED)
                .orElse(true);
        if (!partitioned) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>(List.of(new Touch(facts, parent).metadata(ACCESS_EXCLUSIVE)));
        defaultPartition(parent)
                .map(rest -> rest.metadata(ACCESS_EXCLUSIVE))
                .filter(rest -> !rest.table().equals(facts.qualified(partition).toString()))
                .ifPresent(effects::add);
        return effects;
    }

    private List<Effect> dependents(List<DependentFacts> dependents) {
        return dependents.stream()
                .map(view -> new Touch(facts, view.name()).metadata(ACCESS_EXCLUSIVE))
                .toList();
    }

    private List<Effect> dropColumn(TableOperation.DropColumn drop, Touch touch) {
        List<Effect> effects = new ArrayList<>(
                touch.withPartitions(touch.metadata(ACCESS_EXCLUSIVE).losing()));
        if (drop.cascade()) {
            effects.addAll(dependents(facts.table(drop.table())
                    .map(t -> t.dependentsOn(drop.column()))
                    .orElse(List.of())));
        }
        return effects;
    }

    private List<Effect> addColumn(TableOperation.AddColumn add, Touch touch) {
        ColumnDefinition column = add.definition();
        List<Effect> effects = new ArrayList<>(touch.withPartitions(added(add, touch)));
        column.constraints().stream()
                .map(ConstraintDefinition::references)
                .filter(Objects::nonNull)
                .map(parent -> new Touch(facts, parent))
                .forEach(parent -> effects.add(
                        column.defaultExpression() == null
                                ? parent.metadata(SHARE_ROW_EXCLUSIVE)
                                : parent.scan(SHARE_ROW_EXCLUSIVE)));
        return effects;
    }

    private Effect added(TableOperation.AddColumn add, Touch touch) {
        ColumnDefinition column = add.definition();
        boolean exists = add.ifNotExists()
                && facts.table(add.table())
                        .flatMap(t -> t.column(column.name()))
                        .isPresent();
        if (exists) {
            return touch.metadata(ACCESS_EXCLUSIVE);
        }
        if (AddedColumn.rewrites(column, facts)) {
            return touch.rewrite(ACCESS_EXCLUSIVE);
        }
        if (column.has(ConstraintKind.UNIQUE) || column.has(ConstraintKind.PRIMARY_KEY)) {
            return touch.scan(ACCESS_EXCLUSIVE, Throughput.indexBuild(touch.rows(), "btree", false));
        }
        return AddedColumn.scans(column) ? touch.scan(ACCESS_EXCLUSIVE) : touch.metadata(ACCESS_EXCLUSIVE);
    }

    private List<Effect> changeType(TableOperation.AlterColumnType change, Touch touch) {
        TypeChange outcome = TypeChange.of(change, facts);
        List<Effect> effects = new ArrayList<>(touch.withPartitions(typed(outcome, touch)));
        facts.table(change.table()).ifPresent(table -> relatives(table, change.column())
                .forEach(other -> effects.add(
                        outcome.rewrites()
                                ? new Touch(facts, other).scan(ACCESS_EXCLUSIVE)
                                : new Touch(facts, other).metadata(ACCESS_EXCLUSIVE))));
        return effects;
    }

    private static Effect typed(TypeChange outcome, Touch touch) {
        if (outcome.rewrites()) {
            return touch.rewrite(ACCESS_EXCLUSIVE);
        }
        if (outcome.rebuiltIndexes() > 0) {
            return touch.scan(ACCESS_EXCLUSIVE, Throughput.indexRebuild(touch.rows(), outcome.rebuiltIndexes()));
        }
        return outcome.checks() ? touch.scan(ACCESS_EXCLUSIVE) : touch.metadata(ACCESS_EXCLUSIVE);
    }

    /** The server drops and makes again every foreign key that has the column on either side, which locks the other table. */
    private List<ObjectName> relatives(TableFacts table, String column) {
        Stream<ObjectName> parents = table.constraints().stream()
                .filter(c -> c.columns().contains(column))
                .flatMap(c -> c.references().stream());
        Stream<ObjectName> children = table.referencedBy().stream()
                .map(ForeignKeyFacts::from)
                .filter(child -> table.indexes().stream()
                        .filter(IndexFacts::primary)
                        .anyMatch(i -> i.columns().contains(column)));
        return Stream.concat(parents, children)
                .filter(other -> !other.equals(table.name()))
                .distinct()
                .toList();
    }

    private List<Effect> addConstraint(ObjectName table, ConstraintDefinition definition, Touch touch) {
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

    private List<Effect> validate(TableOperation.ValidateConstraint validate, Touch touch) {
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
    private List<Effect> dropConstraint(TableOperation.DropConstraint drop, Touch touch) {
        List<Effect> effects = new ArrayList<>(exclusive(touch));
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
    private List<Effect> referencing(Optional<TableFacts> table) {
        return table.map(TableFacts::referencedBy).orElse(List.of()).stream()
                .map(ForeignKeyFacts::from)
                .distinct()
                .map(child -> new Touch(facts, child).metadata(ACCESS_EXCLUSIVE))
                .toList();
    }

    private List<Effect> attach(TableOperation.AttachPartition attach, Touch touch) {
        Touch child = new Touch(facts, attach.partition());
        boolean proved = facts.table(attach.partition())
                .flatMap(t -> facts.table(attach.table())
                        .filter(parent -> indexed(parent, t))
                        .flatMap(TableFacts::partitioning)
                        .filter(p -> PartitionProof.proved(t, p, attach.bound())))
                .isPresent();
        List<Effect> effects = new ArrayList<>(List.of(
                touch.metadata(SHARE_UPDATE_EXCLUSIVE),
                proved ? child.metadata(ACCESS_EXCLUSIVE) : child.scan(ACCESS_EXCLUSIVE)));
        defaultPartition(attach.table()).ifPresent(rest -> effects.add(rest.scan(ACCESS_EXCLUSIVE)));
        return effects;
    }

    /** The new partition has every index of its parent already; those it lacks are built while it is attached. */
    private static boolean indexed(TableFacts parent, TableFacts child) {
        return parent.indexes().stream()
                .allMatch(wanted -> !wanted.computed()
                        && child.indexes().stream()
                                .anyMatch(own -> own.valid()
                                        && !own.computed()
                                        && own.unique() == wanted.unique()
                                        && own.method().equals(wanted.method())
                                        && own.columns().equals(wanted.columns())));
    }

    private List<Effect> detach(TableOperation.DetachPartition detach, Touch touch) {
        Touch child = new Touch(facts, detach.partition());
        if (detach.concurrently()) {
            return List.of(touch.metadata(SHARE_UPDATE_EXCLUSIVE), child.metadata(ACCESS_EXCLUSIVE));
        }
        List<Effect> effects = new ArrayList<>(left(detach.table(), detach.partition()));
        effects.add(child.metadata(facts.major() < 14 ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE));
        return effects;
    }

    private List<Effect> change(TableOperation.ChangeTable operation, Touch touch) {
        if (StorageKept.by(operation, facts)) {
            return List.of(touch.metadata(ACCESS_EXCLUSIVE));
        }
        return switch (operation.change()) {
            case SET_COLUMN_OPTIONS, SET_PARAMETERS, CLUSTER_ON, CREATE_STATISTICS, COMMENT, PUBLISH ->
                List.of(touch.metadata(SHARE_UPDATE_EXCLUSIVE));
            case SET_STATISTICS -> touch.withPartitions(touch.metadata(SHARE_UPDATE_EXCLUSIVE));
            case CREATE_TRIGGER -> touch.withPartitions(touch.metadata(SHARE_ROW_EXCLUSIVE));
            case ENABLE_TRIGGER, DISABLE_TRIGGER -> touch.withPartitions(touch.metadata(SHARE_ROW_EXCLUSIVE));
            case SET_EXPRESSION -> touch.withPartitions(touch.rewrite(ACCESS_EXCLUSIVE));
            case SET_LOGGED, SET_UNLOGGED, SET_ACCESS_METHOD -> List.of(touch.rewrite(ACCESS_EXCLUSIVE));
            case SET_TABLESPACE -> List.of(touch.copy(ACCESS_EXCLUSIVE));
            case ENFORCE_CONSTRAINT, UNENFORCE_CONSTRAINT -> enforcement(operation, touch);
            case INHERIT -> inherit(operation, touch, SHARE_UPDATE_EXCLUSIVE);
            case NO_INHERIT -> inherit(operation, touch, ACCESS_SHARE);
            case SET_STORAGE, DROP_EXPRESSION, DROP_TRIGGER, ALTER_TRIGGER, ADD_IDENTITY, SET_IDENTITY, DROP_IDENTITY ->
                exclusive(touch);
            case SET_STRONG_PARAMETERS,
                    SET_COMPRESSION,
                    SET_OWNER,
                    SET_REPLICA_IDENTITY,
                    SET_ROW_SECURITY,
                    DROP_OIDS,
                    ALTER_CONSTRAINT,
                    CREATE_RULE,
                    DROP_RULE,
                    CREATE_POLICY,
                    ALTER_POLICY,
                    DROP_POLICY -> List.of(touch.metadata(ACCESS_EXCLUSIVE));
        };
    }

    /** Of a foreign key (18): enforcing it again checks every row, giving it up drops its triggers on both tables. */
    private List<Effect> enforcement(TableOperation.ChangeTable operation, Touch touch) {
        boolean enforces = operation.change() == TableChange.ENFORCE_CONSTRAINT;
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

    private List<Effect> inherit(TableOperation.ChangeTable operation, Touch touch, Lock onParent) {
        ObjectName parent = operation.other();
        Effect own = touch.metadata(ACCESS_EXCLUSIVE);
        return parent == null ? List.of(own) : List.of(own, new Touch(facts, parent).metadata(onParent));
    }
}
