package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.effect.Estimate;
import io.lockkeeper.riskengine.effect.FewRows;
import io.lockkeeper.riskengine.effect.Throughput;
import io.lockkeeper.riskengine.facts.SystemCatalog;
import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Blocks;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.SecondsRange;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operation does to tables of MySQL and MariaDB. Every ALTER, even an instant one, also waits for an exclusive
 * metadata lock at its end and makes everybody queue behind it meanwhile; that wait is a finding, not an effect.
 */
public final class MysqlEffects {
    private final Operation operation;
    private final List<Operation> siblings;
    private final TargetFacts facts;

    private MysqlEffects(Operation operation, List<Operation> siblings, TargetFacts facts) {
        this.operation = operation;
        this.siblings = siblings;
        this.facts = facts;
    }

    /** @param siblings all operations of the statement: some actions are cheaper beside others */
    public static List<Effect> of(Operation operation, List<Operation> siblings, TargetFacts facts) {
        MysqlEffects effects = new MysqlEffects(operation, siblings, facts);
        return switch (operation) {
            case TableOperation table -> effects.table(table);
            case MysqlOperation own -> effects.own(own);
            case IndexOperation index -> effects.index(index);
            case DataOperation data -> effects.data(data);
            case OtherOperation other -> effects.other(other);
        };
    }

    private List<Effect> table(TableOperation operation) {
        ObjectName table = operation.table();
        Ddl ddl = ddl(table);
        return switch (operation) {
            case TableOperation.CreateTable create ->
                create.sources().stream()
                        .map(source -> create.fromQuery()
                                ? read(source)
                                : effect(source, Lock.NONE, false, Throughput.METADATA))
                        .toList();
            case TableOperation.DropTable drop ->
                List.of(exclusive(drop.table()).losing());
            case TableOperation.RenameTable rename -> online(table, ddl.renameTable());
            case TableOperation.SetSchema ignored -> online(table, ddl.renameTable());
            case TableOperation.AddColumn add -> online(table, ddl.addColumn(add));
            case TableOperation.DropColumn drop ->
                online(table, ddl.dropColumn(drop)).stream().map(Effect::losing).toList();
            case TableOperation.RenameColumn rename -> online(table, ddl.renameColumn(rename));
            case TableOperation.SetDefault ignored -> online(table, ddl.setDefault());
            case TableOperation.DropDefault ignored -> online(table, ddl.setDefault());
            case TableOperation.AddConstraint add -> online(table, ddl.addConstraint(add.definition()));
            case TableOperation.DropConstraint drop -> online(table, ddl.dropConstraint(drop.constraint()));
            case TableOperation.ChangeTable change ->
                change.change() == TableChange.COMMENT ? online(table, ddl.setDefault()) : List.of(exclusive(table));
            case TableOperation.AlterColumnType ignored -> online(table, Online.COPY);
            case TableOperation.SetNotNull ignored -> online(table, Online.COPY);
            case TableOperation.DropNotNull ignored -> online(table, Online.COPY);
            case TableOperation.RenameConstraint ignored -> online(table, Online.METADATA);
            case TableOperation.ValidateConstraint ignored -> online(table, Online.COPY);
            case TableOperation.AttachPartition ignored -> online(table, Online.COPY);
            case TableOperation.DetachPartition ignored -> online(table, Online.COPY);
        };
    }

    private List<Effect> own(MysqlOperation operation) {
        ObjectName table = operation.table();
        Ddl ddl = ddl(table);
        return switch (operation) {
            case MysqlOperation.ChangeColumn change -> online(table, ddl.changeColumn(change));
            case MysqlOperation.DemandAlgorithm demand -> online(table, ddl.demanded(demand));
            case MysqlOperation.SetOption option -> online(table, ddl.setOption(option));
            case MysqlOperation.SetCharset ignored -> online(table, ddl.setCharset());
            case MysqlOperation.ConvertCharset convert -> online(table, ddl.convertCharset(convert));
            case MysqlOperation.Rebuild ignored -> online(table, ddl.rebuildAlone());
            case MysqlOperation.Maintain maintain -> maintain(maintain, ddl);
            case MysqlOperation.DropKey drop -> online(table, ddl.dropIndex(drop.index()));
            case MysqlOperation.RenameKey ignored -> online(table, ddl.renameIndex());
            case MysqlOperation.ShowKey ignored -> online(table, ddl.showIndex());
            case MysqlOperation.DropPrimaryKey ignored -> online(table, ddl.dropPrimaryKey());
            case MysqlOperation.DropForeignKey ignored -> online(table, ddl.dropForeignKey());
            case MysqlOperation.EnforceCheck check -> online(table, ddl.enforceCheck(check.enforced()));
            case MysqlOperation.ShowColumn ignored -> online(table, ddl.showColumn());
            case MysqlOperation.ChangePartitions change -> partitions(change, ddl);
            case MysqlOperation.ChangeVersioning change -> online(table, ddl.versioning(change.drops()));
            case MysqlOperation.ChangeTablespace change ->
                List.of(change.discards() ? exclusive(table).losing() : imported(table));
            case MysqlOperation.SwitchKeys ignored -> online(table, ddl.switchKeys());
        };
    }

    /** Every page of the file is read and its numbers are corrected, under the exclusive metadata lock. */
    private Effect imported(ObjectName table) {
        return effect(table, Lock.ONLINE_EXCLUSIVE, true, Throughput.scan(rows(table)));
    }

    private List<Effect> maintain(MysqlOperation.Maintain maintain, Ddl ddl) {
        ObjectName table = maintain.table();
        return switch (maintain.maintenance()) {
            case OPTIMIZE -> online(table, ddl.rebuildAlone());
            case ANALYZE -> List.of(effect(table, Lock.NONE, false, Throughput.METADATA));
            case CHECK, REPAIR -> List.of(effect(table, Lock.NONE, true, Throughput.scan(rows(table))));
        };
    }

    private List<Effect> partitions(MysqlOperation.ChangePartitions change, Ddl ddl) {
        if (change.action() == MysqlOperation.PartitionAction.IMPORT_PARTITION_TABLESPACE) {
            return List.of(imported(change.table()));
        }
        List<Effect> effects = new ArrayList<>(online(change.table(), ddl.partitions(change)));
        boolean loses =
                switch (change.action()) {
                    case DROP_PARTITION, TRUNCATE_PARTITION, DISCARD_PARTITION_TABLESPACE -> true;
                    default -> false;
                };
        if (loses) {
            effects.replaceAll(Effect::losing);
        }
        if (change.other() != null) {
            effects.add(exclusive(change.other()));
        }
        return effects;
    }

    private List<Effect> index(IndexOperation operation) {
        return operation instanceof IndexOperation.CreateIndex create
                ? online(create.table(), ddl(create.table()).addIndex(create))
                : List.of();
    }

    private List<Effect> data(DataOperation operation) {
        return switch (operation) {
            case DataOperation.Insert insert -> {
                List<Effect> effects = new ArrayList<>();
                effects.add(effect(insert.object(), Lock.NONE, false, Throughput.METADATA));
                insert.sources().forEach(source -> effects.add(read(source)));
                yield effects;
            }
            case DataOperation.Update update -> changed(update.object(), update.sources(), false);
            case DataOperation.Delete delete -> changed(delete.object(), delete.sources(), true);
            case DataOperation.Truncate truncate ->
                List.of(exclusive(truncate.object()).losing());
            case DataOperation.Select select ->
                select.sources().stream()
                        .filter(source -> !SystemCatalog.has(source, facts))
                        .map(source -> FewRows.only(select, facts)
                                ? effect(source, Lock.NONE, false, Throughput.METADATA)
                                : read(source))
                        .toList();
        };
    }

    /** Every row it reads stays locked to the end under the default isolation; how many those are is not known with a WHERE. */
    private List<Effect> changed(ObjectName table, List<ObjectName> sources, boolean deletes) {
        boolean every = FewRows.every(operation, facts);
        Estimate total = (every ? Throughput.rewrite(rows(table)) : Throughput.scan(rows(table))).incomparable();
        Effect effect = FewRows.only(operation, facts)
                ? effect(table, Lock.NONE, false, Throughput.METADATA)
                : effect(table, Lock.NONE, true, total);
        List<Effect> effects = new ArrayList<>();
        effects.add(deletes ? effect.losing() : effect);
        sources.forEach(source -> effects.add(read(source)));
        return effects;
    }

    private List<Effect> other(OtherOperation operation) {
        return switch (operation) {
            case OtherOperation.LockTable lock ->
                List.of(effect(lock.object(), lock.lock(), false, Throughput.METADATA));
            default -> List.of();
        };
    }

    /** How long that takes also depends on what is done with the rows. */
    private Effect read(ObjectName source) {
        return effect(source, Lock.NONE, true, Throughput.scan(rows(source)).incomparable());
    }

    private Ddl ddl(ObjectName table) {
        Altered altered = new Altered(facts, table, siblings);
        return facts.dialect() == Dialect.MARIADB ? new MariadbDdl(altered) : new MysqlDdl(altered);
    }

    private List<Effect> online(ObjectName table, Online best) {
        Online online = Demand.met(ddl(table).permitted(best), operation, siblings, facts);
        Estimate estimate = estimate(table, online);
        SecondsRange total = estimate.range(facts.calibration());
        Blocks blocks = online.lock().blocks();
        return List.of(new Effect(
                facts.qualified(table).toString(),
                online.algorithm(),
                online.lock(),
                blocks,
                online.rebuilds(),
                online.reads(),
                false,
                blocks == Blocks.NOTHING ? SecondsRange.ZERO : total,
                total,
                estimate.basis(facts.calibration())));
    }

    private Estimate estimate(ObjectName table, Online online) {
        boolean created = facts.table(table).map(TableFacts::createdHere).orElse(false);
        if (created || !online.reads()) {
            return Throughput.METADATA;
        }
        return online.rebuilds() ? Throughput.rewrite(rows(table)) : Throughput.indexBuild(rows(table), "btree", false);
    }

    private Effect exclusive(ObjectName table) {
        return effect(table, Lock.ONLINE_EXCLUSIVE, false, Throughput.METADATA);
    }

    private Effect effect(ObjectName table, Lock lock, boolean scans, Estimate estimate) {
        SecondsRange total = estimate.range(facts.calibration());
        SecondsRange blocked = lock.blocks() == Blocks.NOTHING ? SecondsRange.ZERO : total;
        return new Effect(
                facts.qualified(table).toString(),
                null,
                lock,
                lock.blocks(),
                false,
                scans,
                false,
                blocked,
                total,
                estimate.basis(facts.calibration()));
    }

    private List<TableFacts> rows(@Nullable ObjectName table) {
        return Optional.ofNullable(table).flatMap(facts::table).map(List::of).orElse(List.of());
    }
}
