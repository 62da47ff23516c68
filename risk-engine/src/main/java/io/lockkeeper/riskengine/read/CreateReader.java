package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.IndexOperation;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.operation.TableChange;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads CREATE …. */
final class CreateReader {
    private final Cursor cursor;

    CreateReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** After {@code CREATE}. */
    Operation read() {
        if (cursor.sees("UNIQUE", "INDEX") || cursor.sees("INDEX")) {
            return index();
        }
        boolean replaces = cursor.accept("OR", "REPLACE");
        if (cursor.sees("GLOBAL") || cursor.sees("LOCAL")) {
            cursor.next();
        }
        boolean temporary = cursor.acceptAny("TEMPORARY", "TEMP");
        cursor.accept("UNLOGGED");
        if (cursor.accept("TABLE")) {
            return table(temporary);
        }
        if (cursor.accept("RECURSIVE", "VIEW") || cursor.accept("VIEW")) {
            return view(replaces);
        }
        if (cursor.accept("MATERIALIZED", "VIEW")) {
            return materializedView();
        }
        return other(replaces);
    }

    private Operation index() {
        boolean unique = cursor.accept("UNIQUE");
        cursor.expect("INDEX");
        boolean concurrently = cursor.accept("CONCURRENTLY");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        String name = cursor.sees("ON") ? null : cursor.identifier();
        cursor.expect("ON");
        boolean only = cursor.accept("ONLY");
        ObjectName table = cursor.name();
        String method = cursor.accept("USING") ? cursor.identifier() : "btree";
        List<String> columns = new ArrayList<>();
        List<String> mentioned = Identifiers.all(cursor.remaining());
        List<String> keys = new ArrayList<>();
        boolean computed = keys(columns, keys);
        if (cursor.accept("INCLUDE")) {
            cursor.skipGroup();
        }
        if (!cursor.accept("NULLS", "NOT", "DISTINCT")) {
            cursor.accept("NULLS", "DISTINCT");
        }
        if (cursor.accept("WITH")) {
            cursor.skipGroup();
        }
        if (cursor.accept("TABLESPACE")) {
            cursor.identifier();
        }
        if (cursor.accept("WHERE")) {
            computed = true;
            if (cursor.rest().isEmpty()) {
                throw new Unsure("a WHERE without a condition");
            }
        }
        cursor.expectEnd();
        ObjectName index = name == null ? null : new ObjectName(table.schema(), name);
        return new IndexOperation.CreateIndex(
                index, table, unique, concurrently, ifNotExists, only, method, columns, computed, keys, mentioned);
    }

    /** Fills in the plain columns, and what the server would call each key; true when there is an expression. */
    private boolean keys(List<String> columns, List<String> names) {
        boolean computed = false;
        for (Cursor key : cursor.group().parts()) {
            boolean expression = key.seesSymbol('(');
            String name = expression ? "expr" : key.identifier();
            if (!expression) {
                while (key.acceptSymbol('.')) {
                    name = key.identifier();
                }
                expression = key.seesSymbol('(');
                if (!expression) {
                    columns.add(name);
                }
            }
            names.add(name);
            computed |= expression;
        }
        return computed;
    }

    private Operation table(boolean temporary) {
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        ObjectName table = cursor.name();
        if (cursor.accept("PARTITION", "OF")) {
            ObjectName parent = cursor.name();
            List<ConstraintDefinition> constraints = cursor.seesSymbol('(') ? ownConstraints() : List.of();
            cursor.rest();
            return new TableOperation.CreateTable(
                    table, List.of(), constraints, ifNotExists, temporary, parent, List.of(), List.of(), false);
        }
        if (cursor.accept("OF")) {
            return tableOfType(table, ifNotExists, temporary);
        }
        if (!cursor.seesSymbol('(')) {
            tableOptions();
            return tableFromQuery(table, ifNotExists, temporary);
        }
        return tableOfColumns(table, ifNotExists, temporary);
    }

    /** Its columns are those of a type; what they are told beside that must point to no other table. */
    private Operation tableOfType(ObjectName table, boolean ifNotExists, boolean temporary) {
        cursor.name();
        if (cursor.remaining().stream().anyMatch(word -> word.is("REFERENCES"))) {
            throw new Unsure("a table of a composite type that points to another");
        }
        cursor.rest();
        return new TableOperation.CreateTable(
                table, List.of(), List.of(), ifNotExists, temporary, null, List.of(), List.of(), true);
    }

    private List<ConstraintDefinition> ownConstraints() {
        List<ConstraintDefinition> constraints = new ArrayList<>();
        for (Cursor part : cursor.group().parts()) {
            ColumnReader reader = new ColumnReader(part);
            if (!reader.seesConstraint()) {
                throw new Unsure("a partition with columns of its own");
            }
            constraints.add(reader.tableConstraint());
            part.expectEnd();
        }
        return constraints;
    }

    private Operation tableOfColumns(ObjectName table, boolean ifNotExists, boolean temporary) {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<ConstraintDefinition> constraints = new ArrayList<>();
        List<ObjectName> sources = new ArrayList<>();
        Cursor body = cursor.group();
        List<ObjectName> inherits = List.of();
        if (cursor.accept("INHERITS")) {
            Cursor parents = cursor.group();
            inherits = parents.commaSeparated(parents::name);
            parents.expectEnd();
        }
        tableOptions();
        if (cursor.sees("AS")) {
            return tableFromQuery(table, ifNotExists, temporary);
        }
        cursor.expectEnd();
        if (!body.atEnd()) {
            body.parts().forEach(part -> element(part, columns, constraints, sources));
        }
        return new TableOperation.CreateTable(
                table, columns, constraints, ifNotExists, temporary, null, inherits, sources, false);
    }

    private static void element(
            Cursor part,
            List<ColumnDefinition> columns,
            List<ConstraintDefinition> constraints,
            List<ObjectName> sources) {
        ColumnReader reader = new ColumnReader(part);
        if (part.accept("LIKE")) {
            sources.add(part.name());
            part.rest();
        } else if (reader.seesConstraint()) {
            constraints.add(reader.tableConstraint());
        } else {
            columns.add(reader.column());
        }
        part.expectEnd();
    }

    private void tableOptions() {
        if (cursor.accept("PARTITION", "BY")) {
            cursor.identifier();
            cursor.skipGroup();
        }
        if (cursor.accept("USING")) {
            cursor.identifier();
        }
        if (cursor.accept("WITH")) {
            cursor.skipGroup();
        } else {
            cursor.accept("WITHOUT", "OIDS");
        }
        if (cursor.accept("ON", "COMMIT")) {
            if (!cursor.accept("PRESERVE", "ROWS") && !cursor.accept("DELETE", "ROWS")) {
                cursor.expect("DROP");
            }
        }
        if (cursor.accept("TABLESPACE")) {
            cursor.identifier();
        }
    }

    private Operation tableFromQuery(ObjectName table, boolean ifNotExists, boolean temporary) {
        cursor.expect("AS");
        Calls.requireHarmless(cursor.remaining());
        if (!cursor.seesAny("SELECT", "WITH", "TABLE", "VALUES") && !cursor.seesSymbol('(')) {
            throw new Unsure("a table from something that is not a query");
        }
        Calls.refuseDataChange(cursor.remaining());
        cursor.rest();
        return new TableOperation.CreateTable(
                table, List.of(), List.of(), ifNotExists, temporary, null, List.of(), List.of(), true);
    }

    private Operation view(boolean replaces) {
        ObjectName view = cursor.name();
        Calls.refuseDataChange(cursor.remaining());
        cursor.rest();
        return new OtherOperation.CreateView(view, replaces);
    }

    private Operation materializedView() {
        cursor.accept("IF", "NOT", "EXISTS");
        ObjectName view = cursor.name();
        Calls.requireHarmless(cursor.remaining());
        Calls.refuseDataChange(cursor.remaining());
        String text = cursor.rest();
        return new OtherOperation.CreateMaterializedView(
                view, !text.toUpperCase(Locale.ROOT).endsWith("WITH NO DATA"));
    }

    private Operation other(boolean replaces) {
        if (cursor.acceptAny("ROLE", "USER", "GROUP")) {
            ObjectTypes.refuseRightsOverTheServer(cursor.remaining());
            return object("role", replaces);
        }
        if (cursor.accept("SCHEMA")) {
            return schema();
        }
        if (cursor.accept("CONSTRAINT", "TRIGGER") || cursor.accept("TRIGGER")) {
            return onTable(cursor.identifier(), TableChange.CREATE_TRIGGER);
        }
        if (cursor.accept("POLICY")) {
            return onTable(cursor.identifier(), TableChange.CREATE_POLICY);
        }
        if (cursor.accept("STATISTICS")) {
            return statistics();
        }
        return ObjectTypes.accept(cursor, ObjectTypes.CREATED)
                .map(type -> object(type, replaces))
                .orElseThrow(() -> new Unsure(unreadable()));
    }

    private String unreadable() {
        return cursor.sees("TRANSFORM") ? "it changes what other statements mean" : "this kind of CREATE is not known";
    }

    private Operation object(String type, boolean replaces) {
        cursor.accept("IF", "NOT", "EXISTS");
        ObjectName name = cursor.name();
        cursor.rest();
        return new OtherOperation.CreateObject(type, name, replaces);
    }

    /** A schema may carry further CREATE statements, which are not read here. */
    private Operation schema() {
        cursor.accept("IF", "NOT", "EXISTS");
        boolean nameless = cursor.accept("AUTHORIZATION");
        String name = cursor.identifier();
        if (!nameless && cursor.accept("AUTHORIZATION")) {
            cursor.identifier();
        }
        cursor.expectEnd();
        return new OtherOperation.CreateObject("schema", new ObjectName(null, name), false);
    }

    private Operation onTable(String name, TableChange change) {
        while (!cursor.atEnd() && !cursor.sees("ON")) {
            cursor.skipOne();
        }
        cursor.expect("ON");
        ObjectName table = cursor.name();
        cursor.rest();
        return TableOperation.ChangeTable.named(table, change, name, false);
    }

    private Operation statistics() {
        while (!cursor.atEnd() && !cursor.sees("FROM")) {
            cursor.skipOne();
        }
        cursor.expect("FROM");
        ObjectName table = cursor.name();
        cursor.expectEnd();
        return new TableOperation.ChangeTable(table, null, TableChange.CREATE_STATISTICS);
    }
}
