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
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads maintenance, session settings, comments and privileges. */
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
                full |= switchedOn(option, "FULL");
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

    private static boolean switchedOn(Cursor option, String name) {
        return option.accept(name)
                && !option.seesAny("FALSE", "OFF")
                && !option.rest().equals("0");
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

    /** From a file of the server into a table; a client's data and a program's are not in the text. */
    Operation copy() {
        if (cursor.seesSymbol('(')) {
            throw new Unsure("what it writes where is not known");
        }
        ObjectName table = cursor.name();
        cursor.acceptGroup();
        if (!cursor.accept("FROM")) {
            throw new Unsure("it hands rows to a file or a program");
        }
        if (cursor.sees("PROGRAM")) {
            throw new Unsure("it runs a program on the server");
        }
        if (cursor.seesAny("STDIN", "STDOUT")) {
            throw new Unsure("its rows come from a client");
        }
        cursor.rest();
        return new DataOperation.Insert(table, true, 0, List.of());
    }

    Operation cluster() {
        cursor.acceptGroup();
        cursor.accept("VERBOSE");
        if (cursor.atEnd()) {
            return new OtherOperation.Cluster(null);
        }
        ObjectName table = cursor.name();
        if (cursor.accept("ON")) {
            // CLUSTER index ON table: the old order of words.
            table = cursor.name();
        } else if (cursor.accept("USING")) {
            cursor.identifier();
        }
        cursor.expectEnd();
        return new OtherOperation.Cluster(table);
    }

    Operation reindex() {
        boolean concurrently = false;
        if (cursor.seesSymbol('(')) {
            for (Cursor option : cursor.group().parts()) {
                concurrently |= switchedOn(option, "CONCURRENTLY");
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
        if (cursor.accept("TABLE") || cursor.accept("VIEW") || cursor.accept("MATERIALIZED", "VIEW")) {
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
        if (cursor.accept("CONSTRAINTS")) {
            cursor.rest();
            return new OtherOperation.SessionCommand("set-constraints");
        }
        if (cursor.accept("CHARACTERISTICS", "AS", "TRANSACTION") || cursor.accept("TRANSACTION")) {
            return isolation();
        }
        if (cursor.seesAny("ROLE", "AUTHORIZATION")) {
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
        return parameter(name, value, local);
    }

    /** How isolated transactions are changes no lock of DDL; read-only ones, and other people's snapshots, are not read. */
    private Operation isolation() {
        for (Token word : cursor.remaining()) {
            if (word.is("ONLY") || word.is("SNAPSHOT")) {
                throw new Unsure("it changes who runs the statements or how");
            }
        }
        cursor.rest();
        return new OtherOperation.SessionCommand("set-transaction");
    }

    Operation reset() {
        String name = cursor.accept("TIME", "ZONE") ? "timezone" : cursor.name().toString();
        cursor.expectEnd();
        if (name.equals("all")) {
            return new OtherOperation.SessionCommand("reset-all");
        }
        return parameter(name, "DEFAULT", false);
    }

    static Operation parameter(String name, String value, boolean local) {
        if (name.equals("role")
                || name.equals("session_authorization")
                || name.matches("transaction_(isolation|read_only|deferrable)")) {
            throw new Unsure("it changes who runs the statements or how");
        }
        return new OtherOperation.SetParameter(name, value, local);
    }

    /** {@code REASSIGN OWNED BY a, b TO c}. */
    List<Operation> reassign() {
        cursor.expect("OWNED", "BY");
        List<ObjectName> roles = cursor.commaSeparated(() -> new ObjectName(null, cursor.identifier()));
        cursor.expect("TO");
        cursor.identifier();
        cursor.expectEnd();
        return roles.stream()
                .<Operation>map(role -> new OtherOperation.AlterObject("owned", role, "change"))
                .toList();
    }

    /** Reads nothing of any table. */
    Operation show() {
        cursor.rest();
        return new DataOperation.Select(List.of(), false);
    }

    Operation privileges(boolean revokes) {
        List<Token> words = cursor.remaining();
        cursor.rest();
        return new OtherOperation.ChangePrivileges(revokes, !revokes && wide(words));
    }

    /** WITH GRANT OPTION or ADMIN OPTION, or that everybody may change something. */
    private static boolean wide(List<Token> words) {
        boolean changes = words.stream()
                .anyMatch(word -> word.is("ALL")
                        || word.is("INSERT")
                        || word.is("UPDATE")
                        || word.is("DELETE")
                        || word.is("TRUNCATE")
                        || word.is("CREATE"));
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean option = words.get(i).is("WITH")
                    && (words.get(i + 1).is("GRANT") || words.get(i + 1).is("ADMIN"));
            boolean everybody = words.get(i).is("TO") && words.get(i + 1).is("PUBLIC");
            if (option || (everybody && changes)) {
                return true;
            }
        }
        return false;
    }
}
