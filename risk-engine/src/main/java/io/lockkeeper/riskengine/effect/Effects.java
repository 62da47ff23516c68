package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.effect.mysql.MysqlEffects;
import io.lockkeeper.riskengine.facts.ForeignKeyFacts;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static io.lockkeeper.riskengine.report.Lock.ACCESS_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.ACCESS_SHARE;
import static io.lockkeeper.riskengine.report.Lock.ROW_EXCLUSIVE;
import static io.lockkeeper.riskengine.report.Lock.ROW_SHARE;
import static io.lockkeeper.riskengine.report.Lock.SHARE;
import static io.lockkeeper.riskengine.report.Lock.SHARE_UPDATE_EXCLUSIVE;

/**
 * What an operation does to tables, as measured on PostgreSQL 12-18. Lock, rewrite and scan depend on the shape of the
 * target only, never on sizes or traffic: approvals rest on that. An unreadable statement has no effects here, and is
 * HIGH for that reason.
 */
public final class Effects {
    private final TargetFacts facts;

    private Effects(TargetFacts facts) {
        this.facts = facts;
    }

    /** @param siblings all operations of the statement, this one among them */
    public static List<Effect> of(Operation operation, List<Operation> siblings, TargetFacts facts) {
        if (facts.dialect() != Dialect.POSTGRESQL) {
            return MysqlEffects.of(operation, siblings, facts);
        }
        Effects effects = new Effects(facts);
        return switch (operation) {
            case TableOperation table -> new TableEffects(facts).of(table);
            case IndexOperation index -> effects.index(index);
            case DataOperation data -> effects.data(data);
            case OtherOperation other -> new ObjectEffects(facts).of(other);
            case MysqlOperation foreign -> throw new IllegalStateException("PostgreSQL has no " + foreign.kind());
        };
    }

    private List<Effect> index(IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create -> createIndex(create);
            case IndexOperation.DropIndex drop ->
                onTableOf(drop.object())
                        .map(t -> t.withPartitions(
                                t.metadata(drop.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE)))
                        .orElse(List.of());
            case IndexOperation.RenameIndex rename -> List.of();
            case IndexOperation.AlterIndex alter -> altered(alter);
            case IndexOperation.Reindex reindex -> reindex(reindex);
        };
    }

    private List<Effect> createIndex(IndexOperation.CreateIndex create) {
        Touch touch = touch(create.table());
        ObjectName name = create.name();
        boolean skipped =
                create.ifNotExists() && name != null && facts.tableOfIndex(name).isPresent();
        boolean parentAlone = create.only()
                && facts.table(create.table())
                        .map(t -> t.kind() == TableFacts.Kind.PARTITIONED || !t.columnsKnown())
                        .orElse(true);
        if (parentAlone || skipped) {
            return List.of(touch.metadata(create.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE));
        }
        Estimate total = Throughput.indexBuild(touch.rows(), create.method(), create.concurrently());
        Effect build = touch.scan(create.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE, total);
        return create.concurrently() || create.only() ? List.of(build) : touch.withPartitions(build);
    }

    /**
     * Not concurrently, it is a SHARE lock on the table and ACCESS EXCLUSIVE on each index. Planning any query opens all
     * indexes of its tables, so reads wait too (measured on 16): reported as what it does.
     */
    private List<Effect> reindex(IndexOperation.Reindex reindex) {
        ObjectName name = reindex.object();
        if (name == null) {
            return List.of();
        }
        Optional<Touch> touch =
                reindex.scope() == IndexOperation.Scope.TABLE ? Optional.of(touch(name)) : onTableOf(name);
        return touch.map(t -> List.of(reindexed(t, reindex.concurrently()))).orElse(List.of());
    }

    /** SHARE UPDATE EXCLUSIVE on the index, which is in nobody's way; a partition's index is locked harder as it joins. */
    private List<Effect> altered(IndexOperation.AlterIndex alter) {
        ObjectName joins = alter.attached();
        if (joins != null) {
            return onTableOf(joins)
                    .map(t -> List.of(t.behind(Throughput.METADATA)))
                    .orElse(List.of());
        }
        return alter.tablespace() == null ? List.of() : moved(alter);
    }

    /** The lock is on the index alone; planning any query opens all indexes of its tables, so that everybody waits. */
    private List<Effect> moved(IndexOperation.AlterIndex alter) {
        return onTableOf(alter.object())
                .map(t -> List.of(t.behind(Throughput.indexRebuild(t.rows(), 1).incomparable())))
                .orElse(List.of());
    }

    private static Effect reindexed(Touch touch, boolean concurrently) {
        int indexes = touch.rows().stream().mapToInt(t -> t.indexes().size()).sum();
        if (concurrently) {
            return touch.scan(SHARE_UPDATE_EXCLUSIVE, Throughput.indexBuild(touch.rows(), "btree", true));
        }
        return touch.scan(SHARE, Blocks.READS_AND_WRITES, Throughput.indexRebuild(touch.rows(), indexes));
    }

    private List<Effect> data(DataOperation operation) {
        List<Effect> effects = new ArrayList<>();
        switch (operation) {
            case DataOperation.Insert insert ->
                effects.add(touch(insert.object()).metadata(ROW_EXCLUSIVE));
            case DataOperation.Update update -> effects.add(rows(update, update.object(), update.filtered(), false));
            case DataOperation.Delete delete -> effects.add(rows(delete, delete.object(), delete.filtered(), true));
            case DataOperation.Truncate truncate -> effects.addAll(truncate(truncate));
            case DataOperation.Select ignored -> {}
        }
        for (ObjectName source : sources(operation)) {
            boolean locking = operation instanceof DataOperation.Select select && select.locking();
            effects.add(touch(source).metadata(locking ? ROW_SHARE : ACCESS_SHARE));
        }
        return effects;
    }

    private static List<ObjectName> sources(DataOperation operation) {
        return switch (operation) {
            case DataOperation.Insert insert -> insert.sources();
            case DataOperation.Update update -> update.sources();
            case DataOperation.Delete delete -> delete.sources();
            case DataOperation.Select select -> select.sources();
            case DataOperation.Truncate ignored -> List.of();
        };
    }

    /** Every row it changes stays locked for other writers to the end; how many they are is not known with a WHERE. */
    private Effect rows(DataOperation operation, ObjectName name, boolean filtered, boolean deletes) {
        Touch touch = touch(name);
        Estimate total = (filtered ? Throughput.scan(touch.rows()) : Throughput.rewrite(touch.rows())).incomparable();
        Effect effect =
                FewRows.only(operation, facts) ? touch.metadata(ROW_EXCLUSIVE) : touch.scan(ROW_EXCLUSIVE, total);
        return deletes ? effect.losing() : effect;
    }

    private List<Effect> truncate(DataOperation.Truncate truncate) {
        Touch touch = touch(truncate.object());
        List<Effect> effects = new ArrayList<>(
                touch.withPartitions(touch.metadata(ACCESS_EXCLUSIVE).losing()));
        if (truncate.cascade()) {
            facts.table(truncate.object()).map(TableFacts::referencedBy).orElse(List.of()).stream()
                    .map(ForeignKeyFacts::from)
                    .distinct()
                    .filter(from -> !from.equals(facts.qualified(truncate.object())))
                    .forEach(from ->
                            effects.add(touch(from).metadata(ACCESS_EXCLUSIVE).losing()));
        }
        return effects;
    }

    private Touch touch(ObjectName name) {
        return new Touch(facts, name);
    }

    private Optional<Touch> onTableOf(ObjectName index) {
        return facts.tableOfIndex(index).map(table -> touch(table.name()));
    }
}
