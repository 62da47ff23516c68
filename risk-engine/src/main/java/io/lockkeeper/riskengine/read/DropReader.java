package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.List;
import java.util.function.BiFunction;

/** Reads DROP …; one operation per name. */
final class DropReader {
    private final Cursor cursor;

    DropReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After {@code DROP}. */
    List<Operation> read() {
        if (cursor.accept("TABLE")) {
            return names((name, flags) -> new TableOperation.DropTable(name, flags.ifExists, flags.cascade));
        }
        if (cursor.accept("INDEX")) {
            boolean concurrently = cursor.accept("CONCURRENTLY");
            return names(
                    (name, flags) -> new IndexOperation.DropIndex(name, concurrently, flags.ifExists, flags.cascade));
        }
        if (cursor.accept("TRIGGER")) {
            return List.of(onTable(TableChange.DROP_TRIGGER));
        }
        if (cursor.accept("POLICY")) {
            return List.of(onTable(TableChange.DROP_POLICY));
        }
        if (cursor.accept("OWNED", "BY")) {
            return names((name, flags) -> new OtherOperation.DropObject("owned", name, false, flags.cascade));
        }
        return ObjectTypes.accept(cursor, ObjectTypes.DROPPED)
                .map(this::objects)
                .orElseThrow(() -> new Unsure("this kind of DROP is not known"));
    }

    private record Flags(boolean ifExists, boolean cascade) {}

    private List<Operation> names(BiFunction<ObjectName, Flags, Operation> make) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        List<ObjectName> names = cursor.commaSeparated(this::nameWithArguments);
        boolean cascade = !cursor.accept("RESTRICT") && cursor.accept("CASCADE");
        cursor.expectEnd();
        return names.stream()
                .map(name -> make.apply(name, new Flags(ifExists, cascade)))
                .toList();
    }

    private ObjectName nameWithArguments() {
        ObjectName name = cursor.name();
        cursor.acceptGroup();
        return name;
    }

    private List<Operation> objects(String type) {
        return names((name, flags) -> new OtherOperation.DropObject(type, name, flags.ifExists, flags.cascade));
    }

    private Operation onTable(TableChange change) {
        boolean ifExists = cursor.accept("IF", "EXISTS");
        String name = cursor.identifier();
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cursor.acceptAny("RESTRICT", "CASCADE");
        cursor.expectEnd();
        return TableOperation.ChangeTable.named(table, change, name, ifExists);
    }
}
