package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;

/** Reads publications of named tables. What publishes tables that it does not name stays unreadable. */
final class PublicationReader {
    private final Cursor cursor;

    PublicationReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After {@code CREATE PUBLICATION}. */
    List<Operation> create() {
        ObjectName name = new ObjectName(null, cursor.identifier());
        List<Operation> operations = new ArrayList<>();
        boolean all = cursor.accept("FOR", "ALL", "TABLES");
        operations.add(new OtherOperation.CreateObject(
                all ? OtherOperation.CreateObject.PUBLICATION_OF_ALL : "publication", name, false));
        if (!all && cursor.accept("FOR")) {
            operations.addAll(tables());
        }
        boolean inserts = cursor.accept("WITH") && insertsAlone(cursor.group());
        cursor.expectEnd();
        return inserts ? operations.stream().map(PublicationReader::ofInserts).toList() : operations;
    }

    /** Rows that are never changed need no key by which subscribers find them. */
    private static boolean insertsAlone(Cursor options) {
        return options.parts().stream()
                .anyMatch(option -> option.accept("PUBLISH") && option.rest().matches("= ?'(insert|truncate|[ ,])+'"));
    }

    private static Operation ofInserts(Operation operation) {
        return operation instanceof TableOperation.ChangeTable change
                ? new TableOperation.ChangeTable(change.table(), null, TableChange.PUBLISH_INSERTS)
                : operation;
    }

    /** After {@code ALTER PUBLICATION}. */
    List<Operation> alter() {
        ObjectName name = new ObjectName(null, cursor.identifier());
        boolean renames = cursor.sees("RENAME");
        if (cursor.seesAny("RENAME", "OWNER") || (cursor.sees("SET") && !cursor.sees("SET", "TABLE"))) {
            boolean options = cursor.accept("SET");
            if (options && !cursor.seesSymbol('(')) {
                throw unnamed();
            }
            cursor.rest();
            return List.of(new OtherOperation.AlterObject("publication", name, renames ? "rename" : "change"));
        }
        if (!cursor.acceptAny("ADD", "DROP", "SET")) {
            throw new Unsure("an unknown change of a publication");
        }
        List<Operation> operations = tables();
        cursor.expectEnd();
        return operations;
    }

    private List<Operation> tables() {
        if (!cursor.accept("TABLE")) {
            throw unnamed();
        }
        return cursor.commaSeparated(() -> {
            if (cursor.seesAny("TABLES", "CURRENT_SCHEMA")) {
                throw unnamed();
            }
            cursor.accept("TABLE");
            ObjectName table = cursor.relation();
            cursor.acceptGroup();
            if (cursor.accept("WHERE")) {
                cursor.skipGroup();
            }
            return new TableOperation.ChangeTable(table, null, TableChange.PUBLISH);
        });
    }

    private static Unsure unnamed() {
        return new Unsure("it publishes tables that it does not name");
    }
}
