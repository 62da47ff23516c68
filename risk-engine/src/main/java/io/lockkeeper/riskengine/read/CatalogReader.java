package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.Optional;

/**
 * Reads CREATE, ALTER and DROP of publications, subscriptions, rules, triggers, operators, casts, event triggers and user
 * mappings. Operators and casts have no name that a report could show.
 */
final class CatalogReader {
    private final Cursor cursor;

    CatalogReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After {@code CREATE}; empty when it is about something else. */
    Optional<List<Operation>> create() {
        if (cursor.accept("OR", "REPLACE", "RULE") || cursor.accept("RULE")) {
            return one(rule());
        }
        if (cursor.accept("PUBLICATION")) {
            return Optional.of(new PublicationReader(cursor).create());
        }
        if (cursor.sees("SUBSCRIPTION")) {
            throw new Unsure("it copies tables that it does not name from another server");
        }
        if (cursor.accept("EVENT", "TRIGGER")) {
            return one(new OtherOperation.CreateObject("event-trigger", nameAndRest(), false));
        }
        if (cursor.accept("USER", "MAPPING")) {
            return one(new OtherOperation.CreateObject("user-mapping", null, false));
        }
        if (cursor.accept("CAST")) {
            return one(cast());
        }
        return operator().map(type -> List.of(new OtherOperation.CreateObject(type, null, false)));
    }

    /** After {@code ALTER}; empty when it is about something else. */
    Optional<List<Operation>> alter() {
        if (cursor.accept("PUBLICATION")) {
            return Optional.of(new PublicationReader(cursor).alter());
        }
        if (cursor.accept("SUBSCRIPTION")) {
            return one(subscription());
        }
        if (cursor.accept("TRIGGER")) {
            return one(trigger());
        }
        if (cursor.accept("EVENT", "TRIGGER")) {
            ObjectName name = new ObjectName(null, cursor.identifier());
            String action = cursor.sees("RENAME") ? "rename" : "change";
            cursor.rest();
            return one(new OtherOperation.AlterObject("event-trigger", name, action));
        }
        if (cursor.accept("USER", "MAPPING")) {
            return one(new OtherOperation.AlterObject("user-mapping", null, "change"));
        }
        return operator().map(type -> List.of(new OtherOperation.AlterObject(type, null, "change")));
    }

    /** After {@code DROP}; empty when it is about something else. */
    Optional<List<Operation>> drop() {
        if (cursor.accept("RULE")) {
            return one(dropRule());
        }
        if (cursor.accept("SUBSCRIPTION")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            return one(new OtherOperation.DropObject("subscription", cursor.name(), ifExists, cascades()));
        }
        if (cursor.accept("USER", "MAPPING")) {
            return one(new OtherOperation.DropObject("user-mapping", null, cursor.accept("IF", "EXISTS"), false));
        }
        Optional<String> type = cursor.accept("CAST") ? Optional.of("cast") : operator();
        return type.map(kind -> {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            while (!cursor.atEnd() && !cursor.seesAny("CASCADE", "RESTRICT")) {
                if (cursor.seesSymbol(',')) {
                    throw new Unsure("it drops several at once");
                }
                cursor.skipOne();
            }
            return List.of(new OtherOperation.DropObject(kind, null, ifExists, cascades()));
        });
    }

    private static Optional<List<Operation>> one(Operation operation) {
        return Optional.of(List.of(operation));
    }

    private Optional<String> operator() {
        if (cursor.accept("OPERATOR", "CLASS")) {
            return Optional.of("operator-class");
        }
        if (cursor.accept("OPERATOR", "FAMILY")) {
            return Optional.of("operator-family");
        }
        return cursor.accept("OPERATOR") ? Optional.of("operator") : Optional.empty();
    }

    /** One that the server applies without being asked changes what other statements mean. */
    private Operation cast() {
        cursor.skipGroup();
        while (!cursor.atEnd()) {
            if (cursor.sees("AS", "IMPLICIT") || cursor.sees("AS", "ASSIGNMENT")) {
                throw new Unsure("the server applies the cast by itself, which changes what other statements mean");
            }
            cursor.skipOne();
        }
        return new OtherOperation.CreateObject("cast", null, false);
    }

    private Operation rule() {
        String name = cursor.identifier();
        cursor.expect("AS", "ON");
        cursor.next();
        cursor.expect("TO");
        ObjectName table = cursor.name();
        cursor.rest();
        return TableOperation.ChangeTable.named(table, TableChange.CREATE_RULE, name, false);
    }

    private Operation dropRule() {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        String name = cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cascades();
        return TableOperation.ChangeTable.named(table, TableChange.DROP_RULE, name, ifExists);
    }

    /** Its name or the extension it belongs to: what it does stays. */
    private Operation trigger() {
        String name = cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        if (!cursor.accept("RENAME", "TO")) {
            cursor.accept("NO");
            cursor.expect("DEPENDS", "ON", "EXTENSION");
        }
        cursor.identifier();
        cursor.expectEnd();
        return TableOperation.ChangeTable.named(table, TableChange.ALTER_TRIGGER, name, false);
    }

    /** Other publications or a refresh begin to copy tables that are not named. */
    private Operation subscription() {
        ObjectName name = new ObjectName(null, cursor.identifier());
        boolean renames = cursor.sees("RENAME");
        if (!cursor.seesAny("ENABLE", "DISABLE", "OWNER", "RENAME", "SKIP")
                && !(cursor.accept("SET") && cursor.seesSymbol('('))) {
            throw new Unsure("it copies tables that it does not name from another server");
        }
        cursor.rest();
        return new OtherOperation.AlterObject("subscription", name, renames ? "rename" : "change");
    }

    private boolean cascades() {
        boolean cascade = !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
        cursor.expectEnd();
        return cascade;
    }

    private ObjectName nameAndRest() {
        ObjectName name = new ObjectName(null, cursor.identifier());
        cursor.rest();
        return name;
    }
}
