package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads ALTER TABLE action by action. An action that is not listed here makes the whole statement unreadable. */
final class AlterTableReader {
    private static final Set<String> WEAK_PARAMETERS =
            Set.of("fillfactor", "toast_tuple_target", "parallel_workers", "vacuum_truncate", "vacuum_index_cleanup");

    private final Cursor cursor;
    private ObjectName table = new ObjectName(null, "");

    AlterTableReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After {@code ALTER TABLE}. */
    List<Operation> read() {
        if (cursor.sees("ALL", "IN", "TABLESPACE")) {
            throw new Unsure("ALTER TABLE ALL IN TABLESPACE");
        }
        cursor.accept("IF", "EXISTS");
        table = cursor.relation();
        List<Operation> actions = cursor.commaSeparated(this::action);
        cursor.expectEnd();
        return actions;
    }

    private Operation action() {
        if (cursor.accept("ADD")) {
            return add();
        }
        if (cursor.accept("DROP")) {
            return drop();
        }
        if (cursor.accept("ALTER")) {
            return alter();
        }
        if (cursor.accept("RENAME")) {
            return rename();
        }
        if (cursor.accept("VALIDATE", "CONSTRAINT")) {
            return new TableOperation.ValidateConstraint(table, cursor.identifier());
        }
        if (cursor.accept("SET")) {
            return set();
        }
        if (cursor.accept("ATTACH", "PARTITION")) {
            ObjectName partition = cursor.name();
            return new TableOperation.AttachPartition(table, partition, cursor.untilComma());
        }
        if (cursor.accept("DETACH", "PARTITION")) {
            ObjectName partition = cursor.name();
            boolean concurrently = cursor.acceptAny("CONCURRENTLY", "FINALIZE");
            return new TableOperation.DetachPartition(table, partition, concurrently);
        }
        return other();
    }

    private Operation add() {
        ColumnReader columns = new ColumnReader(cursor);
        if (columns.seesConstraint()) {
            return new TableOperation.AddConstraint(table, columns.tableConstraint());
        }
        cursor.accept("COLUMN");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        return new TableOperation.AddColumn(table, columns.column(), ifNotExists);
    }

    private Operation drop() {
        if (cursor.accept("CONSTRAINT")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            return new TableOperation.DropConstraint(table, cursor.identifier(), ifExists, cascade());
        }
        cursor.accept("COLUMN");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        return new TableOperation.DropColumn(table, cursor.identifier(), ifExists, cascade());
    }

    private boolean cascade() {
        return !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
    }

    private Operation alter() {
        if (cursor.accept("CONSTRAINT")) {
            return alterConstraint();
        }
        cursor.accept("COLUMN");
        String column = cursor.identifier();
        if (cursor.accept("TYPE") || cursor.accept("SET", "DATA", "TYPE")) {
            String type = new ColumnReader(cursor).type("COLLATE", "USING");
            String collation = cursor.accept("COLLATE") ? cursor.name().toString() : null;
            String using = cursor.accept("USING") ? cursor.untilComma() : null;
            return new TableOperation.AlterColumnType(table, column, type, collation, using);
        }
        if (cursor.accept("SET")) {
            return setColumn(column);
        }
        if (cursor.accept("DROP")) {
            return dropFromColumn(column);
        }
        if (cursor.accept("ADD", "GENERATED")) {
            boolean always = cursor.accept("ALWAYS");
            cursor.untilComma();
            return change(column, always ? TableChange.ADD_IDENTITY_ALWAYS : TableChange.ADD_IDENTITY);
        }
        if (cursor.accept("RESET")) {
            cursor.skipGroup();
            return change(column, TableChange.SET_COLUMN_OPTIONS);
        }
        if (cursor.accept("RESTART")) {
            cursor.skipToComma();
            return change(column, TableChange.SET_IDENTITY);
        }
        throw new Unsure("an unknown action on a column");
    }

    /** Enforcing is work on every row; whether it is deferred is a note in the catalog. */
    private Operation alterConstraint() {
        ObjectName constraint = new ObjectName(null, cursor.identifier());
        TableChange change = TableChange.ALTER_CONSTRAINT;
        do {
            if (cursor.accept("NOT", "ENFORCED")) {
                change = TableChange.UNENFORCE_CONSTRAINT;
            } else if (cursor.accept("ENFORCED")) {
                change = TableChange.ENFORCE_CONSTRAINT;
            } else if (cursor.accept("INITIALLY")) {
                cursor.identifier();
            } else if (!cursor.accept("NOT", "DEFERRABLE")
                    && !cursor.accept("NO", "INHERIT")
                    && !cursor.acceptAny("DEFERRABLE", "INHERIT")) {
                throw new Unsure("an unknown change of a constraint");
            }
        } while (!cursor.atEnd() && !cursor.seesSymbol(','));
        return new TableOperation.ChangeTable(table, null, change, constraint);
    }

    private Operation setColumn(String column) {
        if (cursor.accept("NOT", "NULL")) {
            return new TableOperation.SetNotNull(table, column);
        }
        if (cursor.accept("DEFAULT")) {
            return new TableOperation.SetDefault(table, column, cursor.untilComma());
        }
        if (cursor.accept("STATISTICS")) {
            cursor.untilComma();
            return change(column, TableChange.SET_STATISTICS);
        }
        if (cursor.accept("STORAGE")) {
            boolean plain = cursor.identifier().equals("plain");
            return change(column, plain ? TableChange.SET_STORAGE_PLAIN : TableChange.SET_STORAGE);
        }
        if (cursor.accept("COMPRESSION")) {
            cursor.identifier();
            return change(column, TableChange.SET_COMPRESSION);
        }
        if (cursor.accept("EXPRESSION")) {
            cursor.untilComma();
            return change(column, TableChange.SET_EXPRESSION);
        }
        if (cursor.accept("GENERATED")) {
            cursor.untilComma();
            return change(column, TableChange.SET_IDENTITY);
        }
        if (cursor.acceptGroup()) {
            return change(column, TableChange.SET_COLUMN_OPTIONS);
        }
        if (cursor.accept("CACHE")) {
            // How many at a time changes none of them.
            cursor.next();
            boolean alone = cursor.atEnd() || cursor.seesSymbol(',');
            cursor.skipToComma();
            ObjectName cache = alone ? new ObjectName(null, "cache") : null;
            return new TableOperation.ChangeTable(table, column, TableChange.SET_IDENTITY, cache);
        }
        if (cursor.seesAny("INCREMENT", "MINVALUE", "MAXVALUE", "NO", "START", "CACHE", "CYCLE")) {
            cursor.untilComma();
            return change(column, TableChange.SET_IDENTITY);
        }
        throw new Unsure("an unknown SET on a column");
    }

    private Operation dropFromColumn(String column) {
        if (cursor.accept("NOT", "NULL")) {
            return new TableOperation.DropNotNull(table, column);
        }
        if (cursor.accept("DEFAULT")) {
            return new TableOperation.DropDefault(table, column);
        }
        boolean expression = cursor.accept("EXPRESSION");
        if (!expression) {
            cursor.expect("IDENTITY");
        }
        cursor.accept("IF", "EXISTS");
        return change(column, expression ? TableChange.DROP_EXPRESSION : TableChange.DROP_IDENTITY);
    }

    private Operation rename() {
        if (cursor.accept("TO")) {
            return new TableOperation.RenameTable(table, cursor.identifier());
        }
        if (cursor.accept("CONSTRAINT")) {
            String constraint = cursor.identifier();
            cursor.expect("TO");
            return new TableOperation.RenameConstraint(table, constraint, cursor.identifier());
        }
        cursor.accept("COLUMN");
        String column = cursor.identifier();
        cursor.expect("TO");
        return new TableOperation.RenameColumn(table, column, cursor.identifier());
    }

    private Operation set() {
        if (cursor.accept("SCHEMA")) {
            return new TableOperation.SetSchema(table, cursor.identifier());
        }
        if (cursor.seesSymbol('(')) {
            return parameters();
        }
        if (cursor.accept("LOGGED")) {
            return change(null, TableChange.SET_LOGGED);
        }
        if (cursor.accept("UNLOGGED")) {
            return change(null, TableChange.SET_UNLOGGED);
        }
        if (cursor.accept("TABLESPACE")) {
            String tablespace = cursor.identifier();
            cursor.accept("NOWAIT");
            return named(TableChange.SET_TABLESPACE, tablespace);
        }
        if (cursor.accept("ACCESS", "METHOD")) {
            return named(TableChange.SET_ACCESS_METHOD, cursor.identifier());
        }
        if (cursor.accept("WITHOUT", "CLUSTER")) {
            return change(null, TableChange.CLUSTER_ON);
        }
        if (cursor.accept("WITHOUT", "OIDS")) {
            return change(null, TableChange.DROP_OIDS);
        }
        throw new Unsure("an unknown SET on a table");
    }

    /** Those of autovacuum and storage need only a weak lock. */
    private Operation parameters() {
        boolean weak = true;
        boolean stops = false;
        for (Cursor parameter : cursor.group().parts()) {
            String name = parameter.name().toString();
            weak &= name.startsWith("autovacuum_") || name.startsWith("toast.") || WEAK_PARAMETERS.contains(name);
            stops |= name.endsWith("autovacuum_enabled") && parameter.rest().matches("(?i)= ?'?(false|off|no|0|f|n)'?");
        }
        return change(
                null,
                stops && weak
                        ? TableChange.STOP_AUTOVACUUM
                        : weak ? TableChange.SET_PARAMETERS : TableChange.SET_STRONG_PARAMETERS);
    }

    private Operation other() {
        if (cursor.accept("OWNER", "TO")) {
            cursor.identifier();
            return change(null, TableChange.SET_OWNER);
        }
        if (cursor.accept("RESET")) {
            return parameters();
        }
        if (cursor.accept("CLUSTER", "ON")) {
            cursor.identifier();
            return change(null, TableChange.CLUSTER_ON);
        }
        if (cursor.accept("REPLICA", "IDENTITY")) {
            String identity = cursor.identifier();
            cursor.skipToComma();
            return named(TableChange.SET_REPLICA_IDENTITY, identity);
        }
        boolean no = cursor.accept("NO");
        if (cursor.accept("INHERIT")) {
            return new TableOperation.ChangeTable(
                    table, null, no ? TableChange.NO_INHERIT : TableChange.INHERIT, cursor.name());
        }
        if (cursor.accept("FORCE", "ROW", "LEVEL", "SECURITY")) {
            return named(TableChange.SET_ROW_SECURITY, no ? "no-force" : "force");
        }
        boolean enable = cursor.accept("ENABLE");
        if (!enable) {
            cursor.expect("DISABLE");
        }
        if (cursor.accept("ROW", "LEVEL", "SECURITY")) {
            return named(TableChange.SET_ROW_SECURITY, enable ? "enable" : "disable");
        }
        cursor.acceptAny("REPLICA", "ALWAYS");
        if (cursor.accept("RULE")) {
            cursor.identifier();
            return change(null, enable ? TableChange.CREATE_RULE : TableChange.DROP_RULE);
        }
        cursor.expect("TRIGGER");
        cursor.identifier();
        return change(null, enable ? TableChange.ENABLE_TRIGGER : TableChange.DISABLE_TRIGGER);
    }

    private Operation named(TableChange change, String other) {
        return TableOperation.ChangeTable.named(table, change, other, false);
    }

    private Operation change(@Nullable String column, TableChange change) {
        return new TableOperation.ChangeTable(table, column, change);
    }
}
