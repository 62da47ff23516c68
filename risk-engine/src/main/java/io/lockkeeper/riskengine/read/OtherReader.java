package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.DataOperation;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.IndexOperation.Scope;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.report.Lock;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads maintenance, session settings, comments, privileges and ALTER of things that are not tables. */
final class OtherReader {
    private final Cursor cursor;

    OtherReader(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Operation> truncate() {
        cursor.accept("TABLE");
        List<ObjectName> tables = cursor.commaSeparated(cursor::relation);
        if (!cursor.accept("RESTART", "IDENTITY")) {
            cursor.accept("CONTINUE", "IDENTITY");
        }
        boolean cascade = !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
        cursor.expectEnd();
        return tables.stream()
                .<Operation>map(table -> new DataOperation.Truncate(table, cascade))
                .toList();
    }

    List<Operation> lock() {
        cursor.accept("TABLE");
        List<ObjectName> tables = cursor.commaSeparated(cursor::relation);
        Lock lock = cursor.accept("IN") ? lockMode() : Lock.ACCESS_EXCLUSIVE;
        cursor.accept("NOWAIT");
        cursor.expectEnd();
        return tables.stream()
                .<Operation>map(table -> new OtherOperation.LockTable(table, lock))
                .toList();
    }

    private Lock lockMode() {
        StringBuilder words = new StringBuilder(cursor.next().text());
        while (!cursor.sees("MODE")) {
            words.append(' ').append(cursor.next().text());
        }
        cursor.expect("MODE");
        String mode = words.toString().toUpperCase(Locale.ROOT);
        for (Lock lock : Lock.values()) {
            if (lock != Lock.NONE && lock.words().equals(mode)) {
                return lock;
            }
        }
        throw new Unsure("an unknown lock mode");
    }

    List<Operation> vacuum() {
        boolean full = false;
        if (cursor.seesSymbol('(')) {
            for (Cursor option : cursor.group().parts()) {
                boolean on = option.accept("FULL")
                        && !option.seesAny("FALSE", "OFF")
                        && !option.rest().equals("0");
                full |= on;
            }
        } else {
            full = cursor.accept("FULL");
            cursor.accept("FREEZE");
            cursor.accept("VERBOSE");
            if (!cursor.accept("ANALYZE")) {
                cursor.accept("ANALYSE");
            }
        }
        boolean rewrites = full;
        return tables(table -> new OtherOperation.Vacuum(table, rewrites));
    }

    List<Operation> analyze() {
        cursor.acceptGroup();
        cursor.accept("VERBOSE");
        return tables(OtherOperation.Analyze::new);
    }

    private List<Operation> tables(Function<@Nullable ObjectName, Operation> make) {
        if (cursor.atEnd()) {
            return List.of(make.apply(null));
        }
        List<Operation> operations = cursor.commaSeparated(() -> {
            ObjectName table = cursor.relation();
            cursor.acceptGroup();
            return make.apply(table);
        });
        cursor.expectEnd();
        return operations;
    }

    Operation cluster() {
        cursor.acceptGroup();
        cursor.accept("VERBOSE");
        if (cursor.atEnd()) {
            return new OtherOperation.Cluster(null);
        }
        ObjectName table = cursor.name();
        if (cursor.accept("USING")) {
            cursor.identifier();
        }
        cursor.expectEnd();
        return new OtherOperation.Cluster(table);
    }

    Operation reindex() {
        boolean concurrently = false;
        if (cursor.seesSymbol('(')) {
            for (Cursor option : cursor.group().parts()) {
                concurrently |= option.accept("CONCURRENTLY") && option.atEnd();
            }
        }
        Scope scope = scope();
        concurrently |= cursor.accept("CONCURRENTLY");
        boolean whole = scope == Scope.SCHEMA || scope == Scope.DATABASE;
        ObjectName name = cursor.atEnd() && scope == Scope.DATABASE ? null : cursor.name();
        cursor.expectEnd();
        return new IndexOperation.Reindex(scope, whole ? null : name, concurrently);
    }

    private Scope scope() {
        if (cursor.accept("INDEX")) {
            return Scope.INDEX;
        }
        if (cursor.accept("TABLE")) {
            return Scope.TABLE;
        }
        if (cursor.accept("SCHEMA")) {
            return Scope.SCHEMA;
        }
        if (cursor.acceptAny("DATABASE", "SYSTEM")) {
            return Scope.DATABASE;
        }
        throw new Unsure("an unknown REINDEX");
    }

    Operation refresh() {
        cursor.expect("MATERIALIZED", "VIEW");
        boolean concurrently = cursor.accept("CONCURRENTLY");
        ObjectName view = cursor.name();
        if (!cursor.accept("WITH", "DATA")) {
            cursor.accept("WITH", "NO", "DATA");
        }
        cursor.expectEnd();
        return new OtherOperation.RefreshMaterializedView(view, concurrently);
    }

    Operation comment() {
        cursor.expect("ON");
        Operation operation;
        if (cursor.acceptAny("TABLE", "VIEW", "SEQUENCE")
                || cursor.accept("MATERIALIZED", "VIEW")
                || cursor.accept("FOREIGN", "TABLE")) {
            operation = new TableOperation.ChangeTable(cursor.name(), null, TableChange.COMMENT);
        } else if (cursor.accept("COLUMN")) {
            operation = commentOnColumn();
        } else {
            while (!cursor.atEnd() && !cursor.sees("IS")) {
                cursor.skipOne();
            }
            operation = new OtherOperation.AlterObject("comment", null, "comment");
        }
        cursor.expect("IS");
        cursor.next();
        cursor.expectEnd();
        return operation;
    }

    private Operation commentOnColumn() {
        String first = cursor.identifier();
        cursor.expectSymbol('.');
        String second = cursor.identifier();
        boolean qualified = cursor.acceptSymbol('.');
        ObjectName table = qualified ? new ObjectName(first, second) : new ObjectName(null, first);
        String column = qualified ? cursor.identifier() : second;
        return new TableOperation.ChangeTable(table, column, TableChange.COMMENT);
    }

    Operation set() {
        boolean local = cursor.accept("LOCAL");
        if (!local) {
            cursor.accept("SESSION");
        }
        if (cursor.seesAny("ROLE", "TRANSACTION", "CONSTRAINTS", "CHARACTERISTICS") || cursor.sees("AUTHORIZATION")) {
            throw new Unsure("it changes who runs the statements or how");
        }
        String name = cursor.accept("TIME", "ZONE") ? "timezone" : cursor.name().toString();
        if (!name.equals("timezone") && !cursor.accept("TO")) {
            cursor.expectSymbol('=');
        } else if (name.equals("timezone") && !cursor.accept("TO")) {
            cursor.acceptSymbol('=');
        }
        String value = cursor.rest();
        if (value.isEmpty()) {
            throw new Unsure("a SET without a value");
        }
        return new OtherOperation.SetParameter(name, value, local);
    }

    Operation privileges(boolean revokes) {
        cursor.rest();
        return new OtherOperation.ChangePrivileges(revokes);
    }

    /** ALTER of anything but a table; after {@code ALTER}. */
    Operation alter() {
        if (cursor.accept("INDEX")) {
            return alterIndex();
        }
        if (cursor.accept("MATERIALIZED", "VIEW")) {
            return alterObject("materialized-view");
        }
        if (cursor.accept("TYPE")) {
            return alterType();
        }
        if (cursor.accept("DOMAIN")) {
            return alterDomain();
        }
        if (cursor.accept("POLICY")) {
            return onTable(TableChange.ALTER_POLICY);
        }
        if (cursor.accept("TRIGGER")) {
            return onTable(TableChange.ALTER_TRIGGER);
        }
        if (cursor.accept("SYSTEM")) {
            cursor.rest();
            return new OtherOperation.AlterObject("system", null, "set");
        }
        if (cursor.accept("DEFAULT", "PRIVILEGES")) {
            boolean revokes = cursor.remaining().stream().anyMatch(token -> token.is("REVOKE"));
            return privileges(revokes);
        }
        for (String type : List.of("VIEW", "SEQUENCE", "SCHEMA", "FUNCTION", "EXTENSION", "STATISTICS")) {
            if (cursor.accept(type)) {
                return alterObject(type.toLowerCase(Locale.ROOT));
            }
        }
        throw new Unsure("an unknown ALTER");
    }

    private Operation alterIndex() {
        cursor.accept("IF", "EXISTS");
        ObjectName index = cursor.name();
        if (cursor.accept("RENAME", "TO")) {
            String to = cursor.identifier();
            cursor.expectEnd();
            return new IndexOperation.RenameIndex(index, to, false);
        }
        if (cursor.accept("ATTACH", "PARTITION")) {
            cursor.name();
            cursor.expectEnd();
            return new IndexOperation.AlterIndex(index);
        }
        boolean sets = cursor.accept("SET");
        if (!sets) {
            cursor.expect("RESET");
        }
        if (cursor.sees("TABLESPACE")) {
            throw new Unsure("an index copied to another tablespace");
        }
        cursor.skipGroup();
        cursor.expectEnd();
        return new IndexOperation.AlterIndex(index);
    }

    /** {@code CREATE POLICY} and its kind have the table after ON. */
    private Operation onTable(TableChange change) {
        cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cursor.rest();
        return new TableOperation.ChangeTable(table, null, change);
    }

    /** What makes the server check all tables that use the domain is told apart from what does not. */
    private Operation alterDomain() {
        ObjectName domain = cursor.name();
        String action = "change";
        if (cursor.sees("ADD")) {
            boolean later = cursor.remaining().size() > 2
                    && cursor.remaining().getLast().is("VALID");
            action = later ? "add-constraint-not-valid" : "add-constraint";
        } else if (cursor.sees("SET", "NOT", "NULL")) {
            action = "set-not-null";
        } else if (cursor.sees("VALIDATE")) {
            action = "validate-constraint";
        }
        cursor.rest();
        return new OtherOperation.AlterObject("domain", domain, action);
    }

    /** {@code ALTER PUBLICATION}: an operation per table it names, or the publication alone. */
    static List<Operation> alterPublication(Cursor cursor) {
        ObjectName name = new ObjectName(null, cursor.identifier());
        boolean tables =
                cursor.accept("ADD", "TABLE") || cursor.accept("DROP", "TABLE") || cursor.accept("SET", "TABLE");
        if (tables) {
            return CreateReader.published(cursor);
        }
        cursor.rest();
        return List.of(new OtherOperation.AlterObject("publication", name, "change"));
    }

    private Operation alterType() {
        ObjectName type = cursor.name();
        if (cursor.accept("ADD", "VALUE")) {
            cursor.accept("IF", "NOT", "EXISTS");
            String literal = cursor.next().text();
            cursor.rest();
            return new OtherOperation.AlterObject("type", type, "add-value", literal.replace("'", ""));
        }
        String action = cursor.accept("RENAME", "VALUE") ? "rename-value" : "change";
        cursor.rest();
        return new OtherOperation.AlterObject("type", type, action);
    }

    private Operation alterObject(String type) {
        cursor.accept("IF", "EXISTS");
        ObjectName name = cursor.name();
        boolean renames = cursor.sees("RENAME") || cursor.sees("OWNER") || cursor.sees("SET", "SCHEMA");
        String action = renames ? "rename" : "change";
        cursor.rest();
        return new OtherOperation.AlterObject(type, name, action);
    }
}
