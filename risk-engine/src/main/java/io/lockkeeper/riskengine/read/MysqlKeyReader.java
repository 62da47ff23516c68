package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.IndexOperation.CreateIndex;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads keys and constraints of a table, as CREATE TABLE, ALTER TABLE … ADD and CREATE INDEX share them. */
final class MysqlKeyReader {
    private final MysqlCursor cursor;

    MysqlKeyReader(MysqlCursor cursor) {
        this.cursor = cursor;
    }

    /** A key or a constraint comes next, not a column. */
    boolean seesKey() {
        return cursor.seesAny("CONSTRAINT", "UNIQUE", "INDEX", "KEY", "FULLTEXT", "SPATIAL", "CHECK")
                || cursor.sees("PRIMARY", "KEY")
                || cursor.sees("FOREIGN", "KEY")
                || cursor.sees("VECTOR", "INDEX")
                || cursor.sees("VECTOR", "KEY");
    }

    /** One of the two. */
    record Key(
            @Nullable ConstraintDefinition constraint,
            @Nullable CreateIndex index) {
        /** What adding it to the table is. */
        Operation operation(ObjectName table) {
            return constraint != null
                    ? new TableOperation.AddConstraint(table, constraint)
                    : Objects.requireNonNull(index);
        }
    }

    Key read(ObjectName table) {
        String name = null;
        if (cursor.accept("CONSTRAINT")) {
            cursor.acceptIfNotExists();
            name = cursor.seesAny("PRIMARY", "UNIQUE", "FOREIGN", "CHECK") ? null : cursor.folded();
            if (!cursor.seesAny("PRIMARY", "UNIQUE", "FOREIGN", "CHECK")) {
                throw new Unsure("an unknown constraint");
            }
        }
        if (cursor.sees("CHECK")) {
            return new Key(check(name, List.of()), null);
        }
        if (cursor.accept("FOREIGN", "KEY")) {
            cursor.acceptIfNotExists();
            String index = cursor.seesSymbol('(') ? null : cursor.folded();
            List<String> columns = cursor.foldedList();
            return new Key(references(name == null ? index : name, columns), null);
        }
        if (cursor.accept("PRIMARY", "KEY")) {
            return new Key(primaryKey(name), null);
        }
        return new Key(null, index(table, name));
    }

    private ConstraintDefinition primaryKey(@Nullable String name) {
        cursor.acceptIfNotExists();
        if (!cursor.seesSymbol('(') && !cursor.seesAny("USING", "TYPE")) {
            cursor.folded();
        }
        using();
        Parts parts = parts();
        options();
        if (parts.computed) {
            throw new Unsure("a primary key over an expression");
        }
        return new ConstraintDefinition(
                name,
                ConstraintKind.PRIMARY_KEY,
                parts.columns,
                beginnings(parts.columns, parts.keys),
                null,
                false,
                null,
                true);
    }

    /** As an expression; null when each key is a whole column. */
    static @Nullable String beginnings(List<String> columns, List<String> keys) {
        return columns.equals(keys) ? null : "(" + String.join(", ", keys) + ")";
    }

    /** {@code [UNIQUE | FULLTEXT | SPATIAL | VECTOR] [INDEX | KEY] [name] [USING …] (…) …}. */
    private CreateIndex index(ObjectName table, @Nullable String constraint) {
        String kind = cursor.seesAny("UNIQUE", "FULLTEXT", "SPATIAL", "VECTOR") ? cursor.word() : "";
        if (!cursor.acceptAny("INDEX", "KEY") && kind.isEmpty()) {
            throw new Unsure("an unknown key");
        }
        boolean ifNotExists = cursor.acceptIfNotExists();
        String name = cursor.seesSymbol('(') || cursor.seesAny("USING", "TYPE") ? null : cursor.folded();
        return rest(table, kind, name == null ? constraint : name, ifNotExists);
    }

    /** From the columns on, or from USING before them. */
    CreateIndex rest(ObjectName table, String kind, @Nullable String name, boolean ifNotExists) {
        using();
        Parts parts = parts();
        options();
        boolean method = kind.isEmpty() || kind.equals("UNIQUE");
        return new CreateIndex(
                name == null ? null : ObjectName.of(null, name),
                table,
                kind.equals("UNIQUE"),
                false,
                ifNotExists,
                false,
                method ? "btree" : kind.toLowerCase(Locale.ROOT),
                parts.columns,
                parts.computed,
                parts.keys,
                parts.columns);
    }

    /** @param keys the columns, with the length of the beginning that is indexed: {@code note(20)} */
    private record Parts(List<String> columns, boolean computed, List<String> keys) {}

    private Parts parts() {
        List<String> columns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        boolean computed = false;
        for (MysqlCursor part : cursor.group().items()) {
            if (part.acceptGroup()) {
                computed = true;
            } else {
                String column = part.folded();
                columns.add(column);
                keys.add(part.seesSymbol('(') ? column + "(" + part.group().rest() + ")" : column);
            }
            part.acceptAny("ASC", "DESC");
            part.accept("WITHOUT", "OVERLAPS");
            part.expectEnd();
        }
        return new Parts(columns, computed, keys);
    }

    void using() {
        if (cursor.acceptAny("USING", "TYPE") && !cursor.acceptAny("BTREE", "HASH", "RTREE")) {
            throw new Unsure("an unknown kind of index");
        }
    }

    private void options() {
        while (true) {
            if (cursor.acceptAny(
                    "KEY_BLOCK_SIZE",
                    "ENGINE_ATTRIBUTE",
                    "SECONDARY_ENGINE_ATTRIBUTE",
                    "CLUSTERING",
                    "M",
                    "DISTANCE")) {
                cursor.value();
            } else if (cursor.accept("COMMENT")) {
                cursor.string();
            } else if (cursor.accept("WITH", "PARSER")) {
                cursor.identifier();
            } else if (cursor.seesAny("USING", "TYPE")) {
                using();
            } else if (!cursor.acceptAny("VISIBLE", "INVISIBLE", "IGNORED") && !cursor.accept("NOT", "IGNORED")) {
                return;
            }
        }
    }

    /** {@code CHECK (…) [[NOT] ENFORCED]}. */
    ConstraintDefinition check(@Nullable String name, List<String> columns) {
        cursor.expect("CHECK");
        String expression = cursor.group().rest();
        boolean enforced = !cursor.accept("NOT", "ENFORCED");
        cursor.accept("ENFORCED");
        return new ConstraintDefinition(name, ConstraintKind.CHECK, columns, expression, null, false, null, enforced);
    }

    /** {@code REFERENCES t (…) …}. */
    ConstraintDefinition references(@Nullable String name, List<String> columns) {
        cursor.expect("REFERENCES");
        ObjectName table = cursor.name();
        List<String> referenced = cursor.seesSymbol('(') ? cursor.foldedList() : List.of();
        int from = cursor.position();
        if (cursor.accept("MATCH")) {
            cursor.word();
        }
        while (cursor.accept("ON")) {
            if (!cursor.acceptAny("DELETE", "UPDATE")) {
                throw new Unsure("an unknown clause of a foreign key");
            }
            if (!cursor.accept("SET", "NULL")
                    && !cursor.accept("SET", "DEFAULT")
                    && !cursor.accept("NO", "ACTION")
                    && !cursor.acceptAny("CASCADE", "RESTRICT")) {
                throw new Unsure("an unknown action of a foreign key");
            }
        }
        String definition = "FOREIGN KEY (" + String.join(", ", columns) + ") REFERENCES " + table + " ("
                + String.join(", ", referenced) + ") " + cursor.since(from);
        return new ConstraintDefinition(
                name, ConstraintKind.FOREIGN_KEY, columns, definition.strip(), table, false, null, true);
    }
}
