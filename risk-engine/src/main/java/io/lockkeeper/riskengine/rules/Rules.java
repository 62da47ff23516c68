package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.rules.mysql.AddColumnWithoutDefault;
import io.lockkeeper.riskengine.rules.mysql.AlgorithmIgnored;
import io.lockkeeper.riskengine.rules.mysql.AlgorithmRefused;
import io.lockkeeper.riskengine.rules.mysql.AnalyzeStalls;
import io.lockkeeper.riskengine.rules.mysql.AttributeLost;
import io.lockkeeper.riskengine.rules.mysql.ColumnNarrowed;
import io.lockkeeper.riskengine.rules.mysql.ColumnRenamed;
import io.lockkeeper.riskengine.rules.mysql.EventScheduled;
import io.lockkeeper.riskengine.rules.mysql.IndexBuilt;
import io.lockkeeper.riskengine.rules.mysql.IndexDropped;
import io.lockkeeper.riskengine.rules.mysql.InstantCombined;
import io.lockkeeper.riskengine.rules.mysql.InstantLimitNear;
import io.lockkeeper.riskengine.rules.mysql.InstantRowVersions;
import io.lockkeeper.riskengine.rules.mysql.LimitWithoutOrder;
import io.lockkeeper.riskengine.rules.mysql.LockTables;
import io.lockkeeper.riskengine.rules.mysql.PartitionLost;
import io.lockkeeper.riskengine.rules.mysql.PartitionMaintenance;
import io.lockkeeper.riskengine.rules.mysql.PrimaryKeyChanged;
import io.lockkeeper.riskengine.rules.mysql.ReplaceCascades;
import io.lockkeeper.riskengine.rules.mysql.SourceLocked;
import io.lockkeeper.riskengine.rules.mysql.StorageEngineChanged;
import io.lockkeeper.riskengine.rules.mysql.TableCopied;
import io.lockkeeper.riskengine.rules.mysql.TableRebuiltInPlace;
import io.lockkeeper.riskengine.rules.mysql.TablespaceImported;
import io.lockkeeper.riskengine.rules.mysql.UncheckedForeignKey;
import io.lockkeeper.riskengine.rules.mysql.WideGrant;
import io.lockkeeper.riskengine.rules.mysql.WillFail;
import io.lockkeeper.riskengine.rules.postgresql.AddCheckScan;
import io.lockkeeper.riskengine.rules.postgresql.AddColumnConstraintScan;
import io.lockkeeper.riskengine.rules.postgresql.AddColumnDomain;
import io.lockkeeper.riskengine.rules.postgresql.AddColumnGenerated;
import io.lockkeeper.riskengine.rules.postgresql.AddColumnNotNullNoDefault;
import io.lockkeeper.riskengine.rules.postgresql.AddColumnVolatileDefault;
import io.lockkeeper.riskengine.rules.postgresql.AddExclude;
import io.lockkeeper.riskengine.rules.postgresql.AddForeignKeyValidated;
import io.lockkeeper.riskengine.rules.postgresql.AddUniqueBuildsIndex;
import io.lockkeeper.riskengine.rules.postgresql.AlterColumnTypeRewrite;
import io.lockkeeper.riskengine.rules.postgresql.AlterDomainConstraint;
import io.lockkeeper.riskengine.rules.postgresql.AlterSystem;
import io.lockkeeper.riskengine.rules.postgresql.BehaviourChange;
import io.lockkeeper.riskengine.rules.postgresql.ChangesSharedObject;
import io.lockkeeper.riskengine.rules.postgresql.ConcurrentIndexInTransaction;
import io.lockkeeper.riskengine.rules.postgresql.CreateExtension;
import io.lockkeeper.riskengine.rules.postgresql.CreateIndexNotConcurrently;
import io.lockkeeper.riskengine.rules.postgresql.DeleteWithoutWhere;
import io.lockkeeper.riskengine.rules.postgresql.DisableTrigger;
import io.lockkeeper.riskengine.rules.postgresql.DiskSpace;
import io.lockkeeper.riskengine.rules.postgresql.DropColumn;
import io.lockkeeper.riskengine.rules.postgresql.DropConstraint;
import io.lockkeeper.riskengine.rules.postgresql.DropForeignKey;
import io.lockkeeper.riskengine.rules.postgresql.DropIndex;
import io.lockkeeper.riskengine.rules.postgresql.DropIndexNotConcurrently;
import io.lockkeeper.riskengine.rules.postgresql.DropTable;
import io.lockkeeper.riskengine.rules.postgresql.EnableRowSecurity;
import io.lockkeeper.riskengine.rules.postgresql.EnumValueUsedInSameTransaction;
import io.lockkeeper.riskengine.rules.postgresql.FkWithoutIndex;
import io.lockkeeper.riskengine.rules.postgresql.HalfDoneOnFailure;
import io.lockkeeper.riskengine.rules.postgresql.IndexOnPartitionedParent;
import io.lockkeeper.riskengine.rules.postgresql.InvalidIndexSkipped;
import io.lockkeeper.riskengine.rules.postgresql.LargeDml;
import io.lockkeeper.riskengine.rules.postgresql.LockTable;
import io.lockkeeper.riskengine.rules.postgresql.LongLockWait;
import io.lockkeeper.riskengine.rules.postgresql.LongTransactionAhead;
import io.lockkeeper.riskengine.rules.postgresql.NewRowsRefused;
import io.lockkeeper.riskengine.rules.postgresql.NoTimeLimit;
import io.lockkeeper.riskengine.rules.postgresql.NotInSchema;
import io.lockkeeper.riskengine.rules.postgresql.NotValidValidateTogether;
import io.lockkeeper.riskengine.rules.postgresql.PartitionLocksParent;
import io.lockkeeper.riskengine.rules.postgresql.PublishedTableChanged;
import io.lockkeeper.riskengine.rules.postgresql.RefreshMaterializedView;
import io.lockkeeper.riskengine.rules.postgresql.ReindexNotConcurrently;
import io.lockkeeper.riskengine.rules.postgresql.RenameBreaksCode;
import io.lockkeeper.riskengine.rules.postgresql.RenameEnumValue;
import io.lockkeeper.riskengine.rules.postgresql.SessionSetting;
import io.lockkeeper.riskengine.rules.postgresql.SetNotNullScan;
import io.lockkeeper.riskengine.rules.postgresql.SeveralAltersCouldBeOne;
import io.lockkeeper.riskengine.rules.postgresql.StandbyConflict;
import io.lockkeeper.riskengine.rules.postgresql.StatementAfterStrongLock;
import io.lockkeeper.riskengine.rules.postgresql.StatementWillFail;
import io.lockkeeper.riskengine.rules.postgresql.TableFromQuery;
import io.lockkeeper.riskengine.rules.postgresql.TableRewrite;
import io.lockkeeper.riskengine.rules.postgresql.TableRewrittenTwice;
import io.lockkeeper.riskengine.rules.postgresql.TimeoutBreaksConcurrentBuild;
import io.lockkeeper.riskengine.rules.postgresql.TruncateTable;
import io.lockkeeper.riskengine.rules.postgresql.TwoTablesLockedInOneTransaction;
import io.lockkeeper.riskengine.rules.postgresql.Unanalysable;
import io.lockkeeper.riskengine.rules.postgresql.UnbalancedTransaction;
import io.lockkeeper.riskengine.rules.postgresql.UpdateWithoutWhere;
import io.lockkeeper.riskengine.rules.postgresql.VacuumFull;
import io.lockkeeper.riskengine.rules.postgresql.WraparoundVacuumAhead;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order in which their findings appear. */
public final class Rules {
    private static final List<Rule> POSTGRESQL = List.of(
            new StatementWillFail(),
            new Unanalysable(),
            new AddCheckScan(),
            new AddColumnConstraintScan(),
            new AddColumnDomain(),
            new AddColumnGenerated(),
            new AddColumnNotNullNoDefault(),
            new AddColumnVolatileDefault(),
            new AddExclude(),
            new AddForeignKeyValidated(),
            new AddUniqueBuildsIndex(),
            new AlterColumnTypeRewrite(),
            new AlterDomainConstraint(),
            new AlterSystem(),
            new BehaviourChange(),
            new ChangesSharedObject(),
            new ConcurrentIndexInTransaction(),
            new CreateExtension(),
            new CreateIndexNotConcurrently(),
            new DeleteWithoutWhere(),
            new DisableTrigger(),
            new DiskSpace(),
            new DropColumn(),
            new DropConstraint(),
            new DropForeignKey(),
            new DropIndex(),
            new DropIndexNotConcurrently(),
            new DropTable(),
            new EnableRowSecurity(),
            new EnumValueUsedInSameTransaction(),
            new FkWithoutIndex(),
            new IndexOnPartitionedParent(),
            new InvalidIndexSkipped(),
            new LargeDml(),
            new LockTable(),
            new LongLockWait(),
            new LongTransactionAhead(),
            new NewRowsRefused(),
            new NotInSchema(),
            new NotValidValidateTogether(),
            new PartitionLocksParent(),
            new PublishedTableChanged(),
            new RefreshMaterializedView(),
            new ReindexNotConcurrently(),
            new RenameBreaksCode(),
            new RenameEnumValue(),
            new SessionSetting(),
            new SetNotNullScan(),
            new SeveralAltersCouldBeOne(),
            new StandbyConflict(),
            new StatementAfterStrongLock(),
            new TableFromQuery(),
            new TableRewrite(),
            new TimeoutBreaksConcurrentBuild(),
            new TruncateTable(),
            new TwoTablesLockedInOneTransaction(),
            new UpdateWithoutWhere(),
            new VacuumFull(),
            new WraparoundVacuumAhead());

    private static final List<Rule> MYSQL = List.of(
            new Unanalysable(),
            new AlgorithmIgnored(),
            new AlgorithmRefused(),
            new AddColumnWithoutDefault(),
            new AnalyzeStalls(),
            new AttributeLost(),
            new ColumnNarrowed(),
            new ColumnRenamed(),
            new EventScheduled(),
            new IndexBuilt(),
            new IndexDropped(),
            new InstantCombined(),
            new InstantLimitNear(),
            new InstantRowVersions(),
            new LimitWithoutOrder(),
            new LockTables(),
            new PartitionLost(),
            new PartitionMaintenance(),
            new PrimaryKeyChanged(),
            new ReplaceCascades(),
            new SourceLocked(),
            new StorageEngineChanged(),
            new TableCopied(),
            new TableRebuiltInPlace(),
            new TablespaceImported(),
            new UncheckedForeignKey(),
            new WideGrant(),
            new WillFail(),
            new io.lockkeeper.riskengine.rules.mysql.SessionSetting(),
            new BehaviourChange(),
            new ChangesSharedObject(),
            new DeleteWithoutWhere(),
            new DiskSpace(),
            new DropColumn(),
            new DropTable(),
            new LargeDml(),
            new LongLockWait(),
            new LongTransactionAhead(),
            new NotInSchema(),
            new RenameBreaksCode(),
            new TruncateTable(),
            new UpdateWithoutWhere());

    private static final List<MigrationRule> MIGRATIONS =
            List.of(new HalfDoneOnFailure(), new NoTimeLimit(), new TableRewrittenTwice(), new UnbalancedTransaction());

    private Rules() {}

    /** Those about a migration as a whole, for every database engine. */
    public static List<MigrationRule> ofMigrations() {
        return MIGRATIONS;
    }

    /** Those for one database engine; MySQL and MariaDB share theirs. */
    public static List<Rule> of(Dialect dialect) {
        return dialect == Dialect.POSTGRESQL ? POSTGRESQL : MYSQL;
    }

    /** The cards of all rules for one database engine. */
    public static List<Card> cards(Dialect dialect) {
        return Stream.concat(
                        of(dialect).stream().map(Rule::card),
                        MIGRATIONS.stream().map(MigrationRule::card))
                .toList();
    }

    /** The card of each rule once, those of PostgreSQL first. */
    public static List<Card> cards() {
        return Stream.concat(cards(Dialect.POSTGRESQL).stream(), cards(Dialect.MYSQL).stream())
                .distinct()
                .toList();
    }
}
