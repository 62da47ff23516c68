package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.MysqlOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads CREATE, ALTER and DROP of everything but tables. Bodies are not read, since they are not run by these
 * statements, but for those of events, which run by themselves.
 */
final class MysqlObjectReader {
    private static final Set<String> NAMED =
            Set.of("PROCEDURE", "FUNCTION", "EVENT", "DATABASE", "SCHEMA", "SERVER", "TABLESPACE", "SEQUENCE");
    /** Statements of their own: BEGIN is a block here, and no transaction. */
    private static final Set<String> PLAIN = Set.of(
            "INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "TRUNCATE", "ALTER", "DROP", "OPTIMIZE", "ANALYZE");

    private static final Set<String> ACCOUNTS = Set.of("USER", "ROLE");

    private final MysqlCursor cursor;
    private final Function<List<Token>, List<Operation>> statements;

    /** @param statements reads the body of an event */
    MysqlObjectReader(MysqlCursor cursor, Function<List<Token>, List<Operation>> statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /** After {@code CREATE [OR REPLACE]}. */
    List<Operation> create(boolean replaces) {
        if (seesIndex()) {
            return createIndex(replaces);
        }
        attributes();
        String type = cursor.word();
        boolean ifNotExists = cursor.acceptIfNotExists();
        if (type.equals("VIEW")) {
            ObjectName view = cursor.name();
            cursor.rest();
            return List.of(new OtherOperation.CreateView(view, replaces));
        }
        if (type.equals("TRIGGER")) {
            return List.of(trigger());
        }
        if (type.equals("EVENT")) {
            ObjectName event = cursor.name();
            return scheduled(event, new OtherOperation.CreateObject("event", event, replaces && !ifNotExists));
        }
        if (NAMED.contains(type)) {
            ObjectName object = cursor.name();
            cursor.rest();
            return List.of(new OtherOperation.CreateObject(id(type), object, replaces && !ifNotExists));
        }
        if (ACCOUNTS.contains(type)) {
            cursor.rest();
            return List.of(new OtherOperation.CreateObject(id(type), null, replaces));
        }
        throw new Unsure("an unknown kind of object");
    }

    /** Unless it is disabled; DO begins its last clause. */
    private List<Operation> scheduled(ObjectName event, Operation definition) {
        boolean disabled = false;
        while (!cursor.atEnd()) {
            disabled |= cursor.sees("DISABLE");
            if (cursor.accept("DO")) {
                List<Operation> body = body(cursor.remaining());
                cursor.rest();
                return disabled
                        ? List.of(definition)
                        : List.of(definition, new OtherOperation.ScheduleEvent(event, body));
            }
            cursor.skipOne();
        }
        return List.of(definition);
    }

    private List<Operation> body(List<Token> tokens) {
        boolean plain = PLAIN.stream()
                .anyMatch(verb -> !tokens.isEmpty() && tokens.getFirst().is(verb));
        if (!plain) {
            return List.of(new OtherOperation.Unreadable("the body of an event can do anything"));
        }
        try {
            return statements.apply(tokens);
        } catch (Unsure e) {
            String reason = e.getMessage();
            return List.of(new OtherOperation.Unreadable(reason == null ? "its body is not known" : reason));
        }
    }

    private static String id(String type) {
        return type.equals("SCHEMA") ? "database" : type.toLowerCase(Locale.ROOT);
    }

    /** ALGORITHM, DEFINER and SQL SECURITY of views and stored programs. */
    private void attributes() {
        while (true) {
            if (cursor.accept("ALGORITHM")) {
                cursor.value();
            } else if (cursor.accept("DEFINER")) {
                cursor.acceptSymbol('=');
                account();
            } else if (cursor.accept("SQL", "SECURITY")) {
                cursor.word();
            } else if (!cursor.accept("AGGREGATE")) {
                return;
            }
        }
    }

    private void account() {
        cursor.next();
        cursor.acceptGroup();
        if (cursor.acceptSymbol('@')) {
            cursor.next();
        } else if (!cursor.atEnd() && cursor.peek().text().startsWith("@")) {
            cursor.next();
        }
    }

    private Operation trigger() {
        ObjectName name = cursor.name();
        if (!cursor.acceptAny("BEFORE", "AFTER")) {
            throw new Unsure("an unknown time of a trigger");
        }
        do {
            cursor.word();
            if (cursor.accept("OF")) {
                cursor.commaSeparated(cursor::folded);
            }
        } while (cursor.accept("OR"));
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cursor.rest();
        return new TableOperation.ChangeTable(table, null, TableChange.CREATE_TRIGGER, name);
    }

    private boolean seesIndex() {
        return cursor.seesAny("UNIQUE", "FULLTEXT", "INDEX", "ONLINE", "OFFLINE")
                || cursor.sees("SPATIAL", "INDEX")
                || cursor.sees("VECTOR", "INDEX");
    }

    private List<Operation> createIndex(boolean replaces) {
        boolean online = cursor.accept("ONLINE");
        String kind = cursor.sees("INDEX") ? "" : cursor.word();
        cursor.expect("INDEX");
        boolean ifNotExists = cursor.acceptIfNotExists();
        String name = cursor.folded();
        MysqlKeyReader keys = new MysqlKeyReader(cursor);
        keys.using();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        CreateIndex index = keys.rest(table, kind, name, ifNotExists);
        List<Operation> operations = new ArrayList<>();
        if (replaces) {
            operations.add(new MysqlOperation.DropKey(table, name, true));
        }
        operations.addAll(demanded(table, index, online));
        return operations;
    }

    /** The demand stands behind, as its clauses do. */
    private List<Operation> demanded(ObjectName table, Operation operation, boolean online) {
        MysqlDemand demand = new MysqlDemand(cursor, table);
        boolean demands = online;
        if (online) {
            demand.online();
        }
        cursor.acceptWait();
        while (demand.seesDemand()) {
            demand.read();
            demands = true;
        }
        cursor.acceptWait();
        cursor.expectEnd();
        return demands ? List.of(operation, demand.operation()) : List.of(operation);
    }

    /** After {@code ALTER}. */
    List<Operation> alter() {
        attributes();
        String type = cursor.word();
        if (!type.equals("VIEW") && !NAMED.contains(type) && !ACCOUNTS.contains(type)) {
            throw new Unsure("an unknown kind of object");
        }
        cursor.acceptIfExists();
        boolean implied = type.equals("DATABASE") || type.equals("SCHEMA");
        boolean nameless = ACCOUNTS.contains(type)
                || (implied && cursor.seesAny("CHARACTER", "CHARSET", "COLLATE", "DEFAULT", "ENCRYPTION", "COMMENT"));
        ObjectName object = nameless ? null : cursor.name();
        if (type.equals("EVENT") && object != null) {
            boolean renames = cursor.remaining().stream().anyMatch(token -> token.is("RENAME"));
            return scheduled(object, new OtherOperation.AlterObject("event", object, renames ? "rename" : "change"));
        }
        String action = "change";
        while (!cursor.atEnd()) {
            action = cursor.sees("RENAME") ? "rename" : action;
            cursor.next();
        }
        return List.of(new OtherOperation.AlterObject(id(type), object, action));
    }

    /** After {@code DROP}. */
    List<Operation> drop() {
        if (cursor.accept("TEMPORARY")) {
            cursor.expect("TABLE");
            return dropped("temporary-table");
        }
        if (cursor.acceptAny("TABLE", "TABLES")) {
            return dropTables();
        }
        boolean online = cursor.accept("ONLINE");
        if (cursor.accept("INDEX")) {
            boolean ifExists = cursor.acceptIfExists();
            String index = cursor.folded();
            cursor.expect("ON");
            ObjectName table = cursor.name();
            return demanded(table, MysqlAlterReader.dropKey(table, index, ifExists), online);
        }
        String type = cursor.word();
        if (ACCOUNTS.contains(type)) {
            boolean ifExists = cursor.acceptIfExists();
            cursor.rest();
            return List.of(new OtherOperation.DropObject(id(type), null, ifExists, false));
        }
        if (type.equals("UNDO")) {
            cursor.expect("TABLESPACE");
            return dropped("tablespace");
        }
        if (!NAMED.contains(type) && !type.equals("VIEW") && !type.equals("TRIGGER")) {
            throw new Unsure("an unknown kind of object");
        }
        return dropped(id(type));
    }

    private List<Operation> dropTables() {
        boolean ifExists = cursor.acceptIfExists();
        List<ObjectName> tables = cursor.commaSeparated(cursor::name);
        cursor.acceptWait();
        boolean cascade = !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
        cursor.expectEnd();
        return tables.stream()
                .<Operation>map(table -> new TableOperation.DropTable(table, ifExists, cascade))
                .toList();
    }

    private List<Operation> dropped(String type) {
        boolean ifExists = cursor.acceptIfExists();
        List<ObjectName> names = cursor.commaSeparated(cursor::name);
        boolean cascade = !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
        if (type.equals("tablespace") && cursor.accept("ENGINE")) {
            cursor.value();
        }
        cursor.expectEnd();
        List<Operation> operations = new ArrayList<>();
        for (@Nullable ObjectName name : names) {
            operations.add(new OtherOperation.DropObject(type, name, ifExists, cascade));
        }
        return operations;
    }
}
