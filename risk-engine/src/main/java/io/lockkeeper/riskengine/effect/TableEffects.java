package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.DependentFacts;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.IndexFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
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
import static io.lockkeeper.riskengine.report.Lock.SHARE_ROW_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_UPDATE_EXCLUSIVE;

/** Effects of CREATE, ALTER and DROP TABLE. */
final class TableEffects {
    private final TargetFacts facts;
    private final ConstraintEffects constraints;
    private final PartitionEffects partitions;

    TableEffects(TargetFacts facts) {
        this.facts = facts;
        this.constraints = new ConstraintEffects(facts);
        this.partitions = new PartitionEffects(facts);
    }

    List<Effect> of(TableOperation operation) {
        Touch touch = new Touch(facts, operation.table());
        return switch (operation) {
            case TableOperation.CreateTable create -> create(create);
            case TableOperation.DropTable drop -> drop(drop, touch);
            case TableOperation.RenameTable rename ->
                facts.tableOfIndex(rename.table())
                        .map(table -> List.of(new Touch(facts, table.name()).behind(Throughput.METADATA)))
                        .orElse(List.of(touch.metadata(ACCESS_EXCLUSIVE)));
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
            case TableOperation.AddConstraint add -> constraints.add(operation.table(), add.definition(), touch);
            case TableOperation.ValidateConstraint validate -> constraints.validate(validate, touch);
            case TableOperation.DropConstraint drop -> constraints.drop(drop, touch);
            case TableOperation.AttachPartition attach -> partitions.attach(attach, touch);
            case TableOperation.DetachPartition detach -> partitions.detach(detach, touch);
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
        boolean reads = create.filled()
                && !(create.ifNotExists() && facts.table(create.table()).isPresent());
        create.sources().stream()
                .map(source -> new Touch(facts, source))
                .forEach(source -> effects.add(reads ? source.scan(ACCESS_SHARE) : source.metadata(ACCESS_SHARE)));
        ObjectName parent = create.partitionOf();
        if (parent != null
                && !(create.ifNotExists() && facts.table(create.table()).isPresent())) {
            effects.add(new Touch(facts, parent).metadata(ACCESS_EXCLUSIVE));
            partitions.defaultPartition(parent).ifPresent(rest -> effects.add(rest.scan(ACCESS_EXCLUSIVE)));
        }
        return effects;
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
            effects.addAll(constraints.referencing(known));
            effects.addAll(dependents(known.map(TableFacts::dependents).orElse(List.of())));
        }
        known.flatMap(TableFacts::partitionOf).ifPresent(parent -> effects.addAll(partitions.left(parent, table)));
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

    private List<Effect> change(TableOperation.ChangeTable operation, Touch touch) {
        if (StorageKept.by(operation, facts)) {
            return List.of(touch.metadata(ACCESS_EXCLUSIVE));
        }
        return switch (operation.change()) {
            case SET_COLUMN_OPTIONS,
                    SET_PARAMETERS,
                    STOP_AUTOVACUUM,
                    CLUSTER_ON,
                    CREATE_STATISTICS,
                    COMMENT,
                    PUBLISH,
                    PUBLISH_INSERTS -> List.of(touch.metadata(SHARE_UPDATE_EXCLUSIVE));
            case SET_STATISTICS -> touch.withPartitions(touch.metadata(SHARE_UPDATE_EXCLUSIVE));
            case CREATE_TRIGGER -> touch.withPartitions(touch.metadata(SHARE_ROW_EXCLUSIVE));
            case ENABLE_TRIGGER, DISABLE_TRIGGER -> touch.withPartitions(touch.metadata(SHARE_ROW_EXCLUSIVE));
            case SET_EXPRESSION -> touch.withPartitions(touch.rewrite(ACCESS_EXCLUSIVE));
            case SET_LOGGED, SET_UNLOGGED, SET_ACCESS_METHOD -> List.of(touch.rewrite(ACCESS_EXCLUSIVE));
            case SET_TABLESPACE -> List.of(touch.copy(ACCESS_EXCLUSIVE));
            case ENFORCE_CONSTRAINT, UNENFORCE_CONSTRAINT -> constraints.enforcement(operation, touch);
            case INHERIT -> inherit(operation, touch, SHARE_UPDATE_EXCLUSIVE);
            case NO_INHERIT -> inherit(operation, touch, ACCESS_SHARE);
            case SET_STORAGE,
                    SET_STORAGE_PLAIN,
                    DROP_EXPRESSION,
                    DROP_TRIGGER,
                    ALTER_TRIGGER,
                    ADD_IDENTITY,
                    ADD_IDENTITY_ALWAYS,
                    SET_IDENTITY,
                    DROP_IDENTITY -> exclusive(touch);
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

    private List<Effect> inherit(TableOperation.ChangeTable operation, Touch touch, Lock onParent) {
        ObjectName parent = operation.other();
        Effect own = touch.metadata(ACCESS_EXCLUSIVE);
        return parent == null ? List.of(own) : List.of(own, new Touch(facts, parent).metadata(onParent));
    }
}
