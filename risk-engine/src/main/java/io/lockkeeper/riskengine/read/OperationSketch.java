package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An operation in the words that {@link TreeSketch} finds for the same statement. */
final class OperationSketch {
    private OperationSketch() {}

    static String of(Operation operation) {
        return switch (operation) {
            case TableOperation table -> table(table);
            case IndexOperation index -> index(index);
            case DataOperation data -> data(data);
            case OtherOperation other -> other(other);
            case MysqlOperation foreign -> throw new IllegalStateException("PostgreSQL has no " + foreign.kind());
        };
    }

    /** The sketch of the tree does not tell the changes of a domain or of attributes apart, nor which are hints. */
    private static String action(OtherOperation.AlterObject alter) {
        boolean domain = alter.type().equals("domain") && !alter.action().equals("rename");
        boolean attributes = alter.action().contains("attribute");
        return domain || attributes || alter.action().equals(OtherOperation.AlterObject.HINT)
                ? "change"
                : alter.action();
    }

    private static String table(TableOperation operation) {
        String kind = operation.kind();
        ObjectName table = operation.table();
        return switch (operation) {
            case TableOperation.CreateTable create -> create(create);
            case TableOperation.DropTable drop -> Trees.words(kind, table, drop.ifExists(), drop.cascade());
            case TableOperation.RenameTable rename -> Trees.words(kind, table, rename.to());
            case TableOperation.SetSchema schema -> Trees.words(kind, table, schema.schema());
            case TableOperation.RenameColumn rename -> Trees.words(kind, table, rename.column(), rename.to());
            case TableOperation.RenameConstraint rename -> Trees.words(kind, table, rename.constraint(), rename.to());
            case TableOperation.AddColumn add -> Trees.words(kind, table, add.ifNotExists(), column(add.definition()));
            case TableOperation.DropColumn drop ->
                Trees.words(kind, table, drop.column(), drop.ifExists(), drop.cascade());
            case TableOperation.AlterColumnType type ->
                Trees.words(
                        kind,
                        table,
                        type.column(),
                        Trees.comparable(type.type()),
                        type.collation(),
                        type.using() != null);
            case TableOperation.SetNotNull set -> Trees.words(kind, table, set.column());
            case TableOperation.DropNotNull drop -> Trees.words(kind, table, drop.column());
            case TableOperation.SetDefault set -> Trees.words(kind, table, set.column());
            case TableOperation.DropDefault drop -> Trees.words(kind, table, drop.column());
            case TableOperation.AddConstraint add -> Trees.words("add-constraint", table, constraint(add.definition()));
            case TableOperation.ValidateConstraint validate -> Trees.words(kind, table, validate.constraint());
            case TableOperation.DropConstraint drop ->
                Trees.words(kind, table, drop.constraint(), drop.ifExists(), drop.cascade());
            case TableOperation.AttachPartition attach -> Trees.words(kind, table, attach.partition());
            case TableOperation.DetachPartition detach ->
                Trees.words(kind, table, detach.partition(), detach.concurrently());
            case TableOperation.ChangeTable change -> change(change);
        };
    }

    private static String change(TableOperation.ChangeTable operation) {
        ObjectName other = operation.other();
        boolean named =
                switch (operation.change()) {
                    case CREATE_TRIGGER,
                            DROP_TRIGGER,
                            ALTER_TRIGGER,
                            CREATE_POLICY,
                            DROP_POLICY,
                            ALTER_POLICY,
                            CREATE_RULE,
                            DROP_RULE,
                            SET_TABLESPACE,
                            SET_ACCESS_METHOD,
                            SET_REPLICA_IDENTITY,
                            SET_ROW_SECURITY -> true;
                    default -> false;
                };
        return named && other != null
                ? CatalogSketch.named(operation.table(), operation.change(), other.name())
                : change(operation.table(), operation.column(), operation.change());
    }

    /** Which storage parameters and kinds there are, and what exactly becomes of a constraint, is ours to know. */
    static String change(ObjectName table, @Nullable String column, TableChange change) {
        TableChange comparable =
                switch (change) {
                    case SET_STRONG_PARAMETERS, STOP_AUTOVACUUM -> TableChange.SET_PARAMETERS;
                    case PUBLISH_INSERTS -> TableChange.PUBLISH;
                    case SET_STORAGE_PLAIN -> TableChange.SET_STORAGE;
                    case ADD_IDENTITY_ALWAYS -> TableChange.ADD_IDENTITY;
                    case ENFORCE_CONSTRAINT, UNENFORCE_CONSTRAINT -> TableChange.ALTER_CONSTRAINT;
                    default -> change;
                };
        return Trees.words(comparable.id(), table, column);
    }

    private static String create(TableOperation.CreateTable create) {
        if (create.fromQuery()) {
            return Trees.words("create-table-as", create.table(), create.ifNotExists(), create.temporary());
        }
        return Trees.words(
                create.kind(),
                create.table(),
                create.ifNotExists(),
                create.temporary(),
                create.partitionOf(),
                create.inherits(),
                create.sources(),
                create.columns().stream().map(OperationSketch::column).toList(),
                create.constraints().stream().map(OperationSketch::constraint).toList());
    }

    private static String column(ColumnDefinition column) {
        return Trees.words(
                column.name(),
                Trees.comparable(column.type()),
                column.notNull(),
                column.defaultExpression() != null,
                column.generated(),
                column.constraints().stream().map(OperationSketch::constraint).toList());
    }

    /** What is not enforced is not validated either. */
    private static String constraint(ConstraintDefinition constraint) {
        return Trees.words(
                constraint.kind(),
                constraint.name(),
                constraint.columns(),
                constraint.references(),
                constraint.notValid() || !constraint.enforced(),
                constraint.usingIndex(),
                constraint.enforced());
    }

    private static String index(IndexOperation operation) {
        String kind = operation.kind();
        return switch (operation) {
            case IndexOperation.CreateIndex create ->
                Trees.words(
                        kind,
                        create.name(),
                        create.table(),
                        create.unique(),
                        create.concurrently(),
                        create.ifNotExists(),
                        create.only(),
                        create.method(),
                        create.columns(),
                        create.computed());
            case IndexOperation.DropIndex drop ->
                Trees.words(kind, drop.object(), drop.concurrently(), drop.ifExists(), drop.cascade());
            case IndexOperation.RenameIndex rename -> Trees.words(kind, rename.object(), rename.to());
            case IndexOperation.AlterIndex alter -> Trees.words(kind, alter.object(), alter.tablespace());
            case IndexOperation.Reindex reindex ->
                Trees.words(kind, reindex.scope(), reindex.object(), reindex.concurrently());
        };
    }

    private static String data(DataOperation operation) {
        String kind = operation.kind();
        return switch (operation) {
            case DataOperation.Insert insert ->
                Trees.words(
                        kind,
                        insert.object(),
                        insert.fromQuery(),
                        insert.fromQuery() ? 0 : insert.rows(),
                        ordered(insert.sources()));
            case DataOperation.Update update ->
                Trees.words(kind, update.object(), update.filtered(), ordered(update.sources()));
            case DataOperation.Delete delete ->
                Trees.words(kind, delete.object(), delete.filtered(), ordered(delete.sources()));
            case DataOperation.Truncate truncate -> Trees.words(kind, truncate.object(), truncate.cascade());
            case DataOperation.Select select -> Trees.words(kind, ordered(select.sources()), select.locking());
        };
    }

    private static TreeSet<ObjectName> ordered(List<ObjectName> names) {
        return new TreeSet<>(names);
    }

    private static String other(OtherOperation operation) {
        String kind = operation.kind();
        return switch (operation) {
            case OtherOperation.CreateView create -> Trees.words(kind, create.object(), create.orReplace());
            case OtherOperation.CreateMaterializedView create -> Trees.words(kind, create.object(), create.withData());
            case OtherOperation.RefreshMaterializedView refresh ->
                Trees.words(kind, refresh.object(), refresh.concurrently());
            case OtherOperation.CreateObject create -> Trees.words(kind, create.object(), create.replaces());
            case OtherOperation.ScheduleEvent event -> Trees.words(kind, event.object());
            case OtherOperation.AlterObject alter -> Trees.words(kind, alter.object(), action(alter));
            case OtherOperation.DropObject drop -> Trees.words(kind, drop.object(), drop.ifExists(), drop.cascade());
            case OtherOperation.ChangePrivileges change -> Trees.words("privileges", change.revokes());
            case OtherOperation.SetParameter set -> Trees.words(kind, set.name(), set.local());
            case OtherOperation.TransactionControl control -> Trees.words(kind, transaction(control.word()));
            case OtherOperation.SessionCommand command -> command.word();
            case OtherOperation.LockTable lock -> Trees.words(kind, lock.object(), lock.lock());
            case OtherOperation.LockServer lock -> Trees.words(kind, lock.words());
            case OtherOperation.Vacuum vacuum -> Trees.words(kind, vacuum.object());
            case OtherOperation.Cluster cluster -> Trees.words(kind, cluster.object());
            case OtherOperation.Analyze analyze -> Trees.words(kind, analyze.object());
            case OtherOperation.Unreadable ignored -> throw Agreement.disagreeing();
        };
    }

    private static String transaction(String word) {
        return switch (word) {
            case "BEGIN", "START" -> "begin";
            case "COMMIT", "END" -> "commit";
            case "ROLLBACK", "ABORT" -> "rollback";
            case "SAVEPOINT" -> "savepoint";
            default -> "release";
        };
    }
}
