package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.sql.Token;
import java.util.List;
import java.util.Optional;

/** Reads ALTER of anything but a table. */
final class AlterReader {
    private final Cursor cursor;

    AlterReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After {@code ALTER}. */
    Operation read() {
        if (cursor.accept("INDEX")) {
            return index();
        }
        if (cursor.accept("POLICY")) {
            return policy();
        }
        if (cursor.accept("SYSTEM")) {
            cursor.rest();
            return new OtherOperation.AlterObject("system", null, "set");
        }
        if (cursor.accept("DEFAULT", "PRIVILEGES")) {
            return defaultPrivileges();
        }
        if (cursor.acceptAny("ROLE", "USER", "GROUP")) {
            return role();
        }
        if (cursor.accept("TYPE")) {
            return type();
        }
        Optional<String> type = ObjectTypes.accept(cursor, ObjectTypes.ALTERED);
        return object(type.orElseThrow(() -> new Unsure("this kind of ALTER is not known")));
    }

    private Operation index() {
        if (cursor.sees("ALL", "IN", "TABLESPACE")) {
            throw new Unsure("it moves indexes that it does not name");
        }
        cursor.accept("IF", "EXISTS");
        ObjectName index = cursor.name();
        if (cursor.accept("SET", "TABLESPACE")) {
            String tablespace = cursor.identifier();
            cursor.accept("NOWAIT");
            cursor.expectEnd();
            return new IndexOperation.AlterIndex(index, tablespace);
        }
        if (cursor.accept("ATTACH", "PARTITION")) {
            ObjectName attached = cursor.name();
            cursor.expectEnd();
            return new IndexOperation.AlterIndex(index, null, attached);
        }
        if (cursor.accept("RENAME", "TO")) {
            String to = cursor.identifier();
            cursor.expectEnd();
            return new IndexOperation.RenameIndex(index, to, false);
        }
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            cursor.next();
            cursor.expect("SET", "STATISTICS");
            cursor.untilComma();
        } else {
            if (!cursor.acceptAny("SET", "RESET")) {
                throw new Unsure("an unknown action on an index");
            }
            cursor.skipGroup();
        }
        cursor.expectEnd();
        return new IndexOperation.AlterIndex(index);
    }

    private Operation policy() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        String name = cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cursor.rest();
        return TableOperation.ChangeTable.named(table, TableChange.ALTER_POLICY, name, ifExists);
    }

    private Operation defaultPrivileges() {
        while (!cursor.seesAny("GRANT", "REVOKE")) {
            cursor.skipOne();
        }
        boolean revokes = cursor.accept("REVOKE");
        cursor.rest();
        return new OtherOperation.ChangePrivileges(revokes);
    }

    private Operation role() {
        ObjectName role = new ObjectName(null, cursor.identifier());
        ObjectTypes.refuseRightsOverTheServer(cursor.remaining());
        return new OtherOperation.AlterObject("role", role, action());
    }

    private Operation type() {
        ObjectName type = cursor.name();
        if (cursor.accept("ADD", "VALUE")) {
            cursor.accept("IF", "NOT", "EXISTS");
            String literal = cursor.next().text();
            cursor.rest();
            return new OtherOperation.AlterObject("type", type, "add-value", literal.replace("'", ""));
        }
        if (cursor.seesAny("ADD", "DROP", "ALTER") || cursor.sees("RENAME", "ATTRIBUTE")) {
            return new OtherOperation.AlterObject("type", type, attributes());
        }
        String action = cursor.accept("RENAME", "VALUE") ? "rename-value" : "change";
        cursor.rest();
        return new OtherOperation.AlterObject("type", type, action);
    }

    /** A new type of an attribute makes the server write the tables of the type anew; the others change the catalog. */
    private String attributes() {
        boolean retypes = false;
        boolean cascades = false;
        for (Cursor action : cursor.over(cursor.remaining()).parts()) {
            retypes |= action.sees("ALTER");
            cascades |= action.remaining().getLast().is("CASCADE");
        }
        cursor.rest();
        return (retypes ? "retype-attribute" : "attribute") + (cascades ? "-cascade" : "");
    }

    private Operation object(String type) {
        cursor.accept("IF", "EXISTS");
        ObjectName name = cursor.name();
        cursor.acceptGroup();
        if (cursor.sees("SET", "TABLESPACE") || cursor.sees("SET", "ACCESS", "METHOD")) {
            throw new Unsure("it rewrites something that is not a table");
        }
        if (HarmlessAlter.follows(type, cursor)) {
            cursor.rest();
            return new OtherOperation.AlterObject(type, name, OtherOperation.AlterObject.HINT);
        }
        return new OtherOperation.AlterObject(type, name, type.equals("domain") ? domainAction() : action());
    }

    /** What makes the server check all tables that use the domain is told apart from what does not. */
    private String domainAction() {
        if (cursor.sees("ADD")) {
            List<Token> rest = cursor.remaining();
            boolean later = rest.size() > 2 && rest.getLast().is("VALID");
            cursor.rest();
            return later ? "add-constraint-not-valid" : "add-constraint";
        }
        if (cursor.sees("SET", "NOT", "NULL") || cursor.sees("VALIDATE")) {
            String action = cursor.sees("VALIDATE") ? "validate-constraint" : "set-not-null";
            cursor.rest();
            return action;
        }
        if (cursor.sees("DROP", "NOT", "NULL") || cursor.sees("DROP", "CONSTRAINT")) {
            cursor.rest();
            return "loosen";
        }
        if (cursor.sees("SET", "DEFAULT") || cursor.sees("DROP", "DEFAULT")) {
            cursor.rest();
            return "set-default";
        }
        return action();
    }

    private String action() {
        String action = cursor.sees("RENAME") ? "rename" : "change";
        cursor.rest();
        return action;
    }
}
