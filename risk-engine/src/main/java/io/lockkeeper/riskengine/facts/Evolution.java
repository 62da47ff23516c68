package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Dialect;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The target as it will be after an operation, so that the next statement is judged against what it will find. After a
 * statement that could not be read nothing is certain any more: they are then assumed and names are never absent.
 */
public final class Evolution {
    /** The setting that limits how long a session of PostgreSQL waits for a lock. */
    public static final String LOCK_TIMEOUT = "lock_timeout";

    /** The setting that limits how long a statement of PostgreSQL may take. */
    public static final String STATEMENT_TIMEOUT = "statement_timeout";

    /** What {@link #LOCK_TIMEOUT} is called by MySQL and MariaDB, in seconds. */
    public static final String LOCK_WAIT_TIMEOUT = "lock_wait_timeout";

    private Evolution() {}

    /** As the executor opens its session: it waits no longer than that for a lock. */
    public static TargetFacts limited(TargetFacts facts, Duration lockTimeout) {
        return facts.dialect() == Dialect.POSTGRESQL
                ? with(facts, LOCK_TIMEOUT, lockTimeout.toMillis() + "ms")
                : with(facts, LOCK_WAIT_TIMEOUT, Long.toString(Math.max(1, lockTimeout.toSeconds())));
    }

    public static TargetFacts after(TargetFacts facts, Operation operation) {
        return switch (operation) {
            case TableOperation table -> table(facts, table);
            case IndexOperation index -> index(facts, index);
            case MysqlOperation mysql -> MysqlEvolution.after(facts, mysql);
            case DataOperation.Insert insert -> change(facts, insert.object(), TableChanges::filled);
            case DataOperation ignored -> facts;
            case OtherOperation other -> other(facts, other);
        };
    }

    /** With what only the text of the statement tells, such as what a domain is over or which columns a policy names. */
    public static TargetFacts after(TargetFacts facts, Operation operation, String sql) {
        return StatementText.read(facts, after(facts, operation), operation, sql);
    }

    private static TargetFacts table(TargetFacts facts, TableOperation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> CreatedTable.after(facts, create);
            case TableOperation.DropTable drop -> dropped(facts, facts.qualified(drop.table()));
            case TableOperation.RenameTable rename ->
                rename(
                        facts,
                        rename.table(),
                        name -> ObjectName.parse(rename.to()).schema() == null
                                ? new ObjectName(name.schema(), rename.to())
                                : ObjectName.parse(rename.to()));
            case TableOperation.SetSchema set ->
                rename(facts, set.table(), name -> new ObjectName(set.schema(), name.name()));
            case TableOperation.AttachPartition attach ->
                both(
                        facts,
                        attach.table(),
                        attach.partition(),
                        (parent, child) -> Relations.attached(facts, parent, child, true));
            case TableOperation.DetachPartition detach ->
                both(
                        facts,
                        detach.table(),
                        detach.partition(),
                        (parent, child) -> Relations.detached(facts, parent, child));
            case TableOperation.ChangeTable change
            when facts.dialect() != Dialect.POSTGRESQL
                    && change.change() == TableChange.CREATE_TRIGGER
                    && change.other() != null -> other(facts, change.other(), "trigger");
            default -> change(facts, operation.table(), table -> changed(facts, table, operation));
        };
    }

    private static TableFacts changed(TargetFacts facts, TableFacts table, TableOperation operation) {
        return switch (operation) {
            case TableOperation.AddColumn add -> added(facts, table, add);
            case TableOperation.DropColumn drop -> TableChanges.withoutColumn(table, drop.column(), facts.dialect());
            case TableOperation.RenameColumn rename -> TableChanges.renamed(table, rename.column(), rename.to());
            case TableOperation.AlterColumnType type -> TableChanges.typed(table, type.column(), type.type());
            case TableOperation.SetNotNull set -> TableChanges.notNull(table, set.column(), true);
            case TableOperation.DropNotNull drop -> TableChanges.notNull(table, drop.column(), false);
            case TableOperation.SetDefault set -> TableChanges.defaulting(table, set.column(), set.expression());
            case TableOperation.DropDefault drop -> TableChanges.defaulting(table, drop.column(), null);
            case TableOperation.AddConstraint add -> Keys.constrained(facts, table, add.definition());
            case TableOperation.ValidateConstraint validate ->
                TableChanges.validated(table, validate.constraint(), true);
            case TableOperation.DropConstraint drop -> Keys.without(table, drop.constraint());
            case TableOperation.RenameConstraint rename -> Keys.renamed(table, rename.constraint(), rename.to());
            case TableOperation.ChangeTable change
            when change.other() != null && change.change() == TableChange.UNENFORCE_CONSTRAINT ->
                TableChanges.validated(table, change.other().name(), false);
            case TableOperation.ChangeTable change
            when change.other() != null && change.change() == TableChange.ENFORCE_CONSTRAINT ->
                TableChanges.validated(table, change.other().name(), true);
            case TableOperation.ChangeTable change -> StorageChanges.after(table, change);
            case TableOperation.CreateTable ignored -> table;
            case TableOperation.DropTable ignored -> table;
            case TableOperation.RenameTable ignored -> table;
            case TableOperation.SetSchema ignored -> table;
            case TableOperation.AttachPartition ignored -> table;
            case TableOperation.DetachPartition ignored -> table;
        };
    }

    private static TableFacts added(TargetFacts facts, TableFacts table, TableOperation.AddColumn add) {
        if (table.column(add.column()).isPresent()) {
            return table;
        }
        TableFacts changed = TableChanges.withColumn(table, add.definition());
        for (ConstraintDefinition constraint : add.definition().constraints()) {
            changed = Keys.constrained(facts, changed, constraint);
        }
        return changed;
    }

    private static TargetFacts index(TargetFacts facts, IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create ->
                change(facts, create.table(), table -> {
                    ObjectName name =
                            new DefaultNames(facts, table).index(create.name(), create.columns(), create.keys());
                    boolean there =
                            table.indexes().stream().anyMatch(i -> i.name().equals(name));
                    return there && create.ifNotExists()
                            ? table
                            : TableChanges.withIndex(
                                    Keys.withoutImplied(table, create.columns()),
                                    TableChanges.index(table, name, create));
                });
            case IndexOperation.DropIndex drop -> Relations.without(facts, facts.qualified(drop.object()));
            case IndexOperation.RenameIndex rename ->
                facts.tableOfIndex(rename.object())
                        .map(table -> Relations.put(
                                facts,
                                TableChanges.renamedIndex(table, rename.object().name(), rename.to())))
                        .orElse(facts);
            case IndexOperation.AlterIndex ignored -> facts;
            case IndexOperation.Reindex ignored -> facts;
        };
    }

    private static TargetFacts other(TargetFacts facts, OtherOperation operation) {
        return switch (operation) {
            case OtherOperation.CreateView view ->
                other(
                        facts.with(facts.definitions().query(facts.qualified(view.object()), view.query())),
                        view.object(),
                        "view");
            case OtherOperation.CreateMaterializedView view -> other(facts, view.object(), "materialized-view");
            case OtherOperation.CreateObject create -> create(facts, create);
            case OtherOperation.DropObject drop -> drop(facts, drop);
            case OtherOperation.Unreadable ignored -> facts.uncertain();
            case OtherOperation.SetParameter set -> set(facts, set);
            case OtherOperation.SessionCommand command -> reset(facts, command);
            default -> facts;
        };
    }

    private static TargetFacts set(TargetFacts facts, OtherOperation.SetParameter set) {
        if (facts.dialect() != Dialect.POSTGRESQL) {
            return MysqlEvolution.set(facts, set);
        }
        return switch (set.name()) {
            case "search_path" -> facts.sameSearchPath(set.value()) ? facts : facts.uncertain();
            // One for the transaction alone is not followed: unknown is the worst case.
            case "timezone" ->
                with(facts, "TimeZone", set.local() ? "" : set.value().replace("'", ""));
            case LOCK_TIMEOUT, STATEMENT_TIMEOUT -> set.local() ? facts : with(facts, set.name(), set.value());
            default -> facts;
        };
    }

    private static TargetFacts reset(TargetFacts facts, OtherOperation.SessionCommand command) {
        boolean all = command.word().equals("reset-all") || command.word().equals("discard");
        return all
                ? with(with(with(facts, "TimeZone", ""), LOCK_TIMEOUT, "DEFAULT"), STATEMENT_TIMEOUT, "DEFAULT")
                : facts;
    }

    private static TargetFacts with(TargetFacts facts, String setting, String value) {
        Map<String, String> settings = new HashMap<>(facts.settings());
        settings.put(setting, value);
        return facts.withSettings(settings);
    }

    private static TargetFacts create(TargetFacts facts, OtherOperation.CreateObject create) {
        ObjectName name = create.object();
        boolean domain = create.type().equals("domain");
        return name == null ? facts : other(facts, name, domain ? "constrained-domain" : create.type());
    }

    private static TargetFacts drop(TargetFacts facts, OtherOperation.DropObject drop) {
        ObjectName name = drop.object();
        boolean own = drop.type().equals("temporary-table");
        if (own
                && name != null
                && facts.table(name)
                        .map(t -> t.kind() != TableFacts.Kind.TEMPORARY)
                        .orElse(false)) {
            return facts;
        }
        boolean all = drop.type().equals("owned") || drop.type().equals("database");
        boolean schema = drop.type().equals("schema") && facts.dialect() != Dialect.POSTGRESQL;
        return name == null || drop.cascade() || all || schema
                ? facts.uncertain()
                : Relations.without(facts, facts.qualified(name));
    }

    /** A table's partitions go with it. */
    private static TargetFacts dropped(TargetFacts facts, ObjectName name) {
        TargetFacts changed = facts;
        TableFacts table = facts.tables().get(name);
        if (table != null && table.kind() == TableFacts.Kind.PARTITIONED) {
            for (ObjectName partition : table.partitions()) {
                changed = Relations.without(changed, partition);
            }
        }
        return Relations.without(changed, name);
    }

    private static TargetFacts rename(TargetFacts facts, ObjectName from, UnaryOperator<ObjectName> to) {
        Optional<TableFacts> table = facts.table(from);
        return table.isEmpty()
                ? facts.uncertain()
                : Relations.renamed(facts, table.get(), to.apply(table.get().name()));
    }

    /** What two tables become together. */
    private interface Together {
        TargetFacts of(TableFacts parent, TableFacts child);
    }

    private static TargetFacts both(TargetFacts facts, ObjectName parent, ObjectName child, Together together) {
        Optional<TableFacts> above = facts.table(parent);
        Optional<TableFacts> below = facts.table(child);
        return above.isPresent() && below.isPresent() ? together.of(above.get(), below.get()) : facts;
    }

    static TargetFacts change(TargetFacts facts, ObjectName name, UnaryOperator<TableFacts> change) {
        return facts.table(name)
                .map(table -> Relations.put(facts, change.apply(table)))
                .orElse(facts);
    }

    static TargetFacts other(TargetFacts facts, ObjectName name, String kind) {
        return facts.with(
                facts.tables(), facts.indexes(), SharedMap.of(facts.other()).with(facts.qualified(name), kind));
    }
}
