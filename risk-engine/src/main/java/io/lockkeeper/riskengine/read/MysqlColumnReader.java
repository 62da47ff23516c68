package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads column definitions, as CREATE TABLE, ADD, CHANGE and MODIFY share them. One reader per column. */
final class MysqlColumnReader {
    /** Words that end a default. NULL may be one, so it ends a default only after its first token. */
    private static final String[] CLAUSES = {
        "NOT",
        "NULL",
        "DEFAULT",
        "ON",
        "AUTO_INCREMENT",
        "SERIAL",
        "UNIQUE",
        "PRIMARY",
        "KEY",
        "COMMENT",
        "COLLATE",
        "CHARACTER",
        "CHARSET",
        "COLUMN_FORMAT",
        "STORAGE",
        "REFERENCES",
        "CHECK",
        "CONSTRAINT",
        "INVISIBLE",
        "VISIBLE",
        "GENERATED",
        "AS",
        "FIRST",
        "AFTER",
        "ENGINE_ATTRIBUTE",
        "SECONDARY_ENGINE_ATTRIBUTE",
        "COMPRESSED",
        "WITH",
        "WITHOUT",
        "SRID",
        "REF_SYSTEM_ID",
        "ENFORCED",
        "PARTITION",
        "REMOVE"
    };

    /** Words behind a definition: its place, or the partitions of the table. */
    private static final String[] ENDS = {"FIRST", "AFTER", "PARTITION", "REMOVE"};

    private final MysqlCursor cursor;
    private final Dialect dialect;
    private final List<ConstraintDefinition> constraints = new ArrayList<>();
    private final List<String> attributes = new ArrayList<>();
    private boolean notNull;
    private @Nullable String defaultExpression;
    private String generated = "";
    private String charset = "";
    private String collation = "";

    MysqlColumnReader(MysqlCursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.dialect = dialect;
    }

    /** Up to a comma or the end; FIRST and AFTER only where ALTER TABLE allows them. */
    ColumnDefinition read(boolean positioned) {
        String name = cursor.folded();
        MysqlTypes.Typed type = new MysqlTypes(cursor, dialect).read();
        if (type.serial()) {
            serial(name);
        }
        String position = null;
        while (!cursor.atEnd() && !cursor.seesSymbol(',') && !cursor.seesAny(ENDS)) {
            if (!attribute(name) && !textAttribute() && !storageAttribute()) {
                constraints.add(constraint(name));
            }
        }
        if (positioned && cursor.accept("FIRST")) {
            position = "first";
        } else if (positioned && cursor.accept("AFTER")) {
            position = cursor.folded();
        }
        boolean primary = constraints.stream().anyMatch(c -> c.kind() == ConstraintKind.PRIMARY_KEY);
        String collated = !collation.isEmpty() ? collation : !charset.isEmpty() ? charset : type.collation();
        return new ColumnDefinition(
                name,
                type.name(),
                notNull || primary,
                defaultExpression,
                generated,
                collated,
                position,
                constraints,
                attributes);
    }

    private void serial(String column) {
        notNull = true;
        generated = "identity";
        constraints.add(key(ConstraintKind.UNIQUE, column));
    }

    private boolean attribute(String column) {
        if (cursor.accept("NOT", "NULL")) {
            notNull = true;
        } else if (cursor.accept("NULL")) {
            notNull = false;
            attributes.add(ColumnDefinition.NULLABLE);
        } else if (cursor.accept("DEFAULT")) {
            String expression = cursor.until(CLAUSES);
            defaultExpression = expression.equalsIgnoreCase("NULL") ? null : expression;
        } else if (cursor.accept("ON", "UPDATE")) {
            attributes.add(
                    ColumnDefinition.ON_UPDATE + " " + cursor.until(CLAUSES).toLowerCase(Locale.ROOT));
        } else if (cursor.accept("AUTO_INCREMENT")) {
            generated = "identity";
        } else if (cursor.accept("SERIAL", "DEFAULT", "VALUE")) {
            serial(column);
        } else if (cursor.accept("GENERATED", "ALWAYS", "AS") || cursor.accept("AS")) {
            generated = generated();
        } else {
            return false;
        }
        return true;
    }

    /** ROW START and ROW END of a versioned table are filled for every row. */
    private String generated() {
        if (cursor.accept("ROW", "START") || cursor.accept("ROW", "END")) {
            return "stored";
        }
        cursor.skipGroup();
        if (cursor.acceptAny("STORED", "PERSISTENT")) {
            return "stored";
        }
        cursor.accept("VIRTUAL");
        return "virtual";
    }

    private boolean textAttribute() {
        if (cursor.accept("CHARACTER", "SET") || cursor.accept("CHARSET")) {
            charset = cursor.value();
        } else if (cursor.accept("COLLATE")) {
            collation = cursor.value();
        } else if (cursor.accept("BINARY")) {
            collation = "binary";
        } else if (cursor.accept("ASCII")) {
            charset = "latin1";
        } else if (cursor.accept("COMMENT")) {
            cursor.string();
        } else {
            return false;
        }
        return true;
    }

    private boolean storageAttribute() {
        if (cursor.acceptAny("COLUMN_FORMAT", "STORAGE")) {
            cursor.word();
        } else if (cursor.acceptAny("ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE", "SRID", "REF_SYSTEM_ID")) {
            cursor.value();
        } else if (cursor.accept("COMPRESSED")) {
            if (cursor.acceptSymbol('=')) {
                cursor.word();
            }
        } else if (cursor.accept("INVISIBLE")) {
            attributes.add(ColumnDefinition.INVISIBLE);
        } else {
            return cursor.accept("VISIBLE")
                    || cursor.accept("NOT", "SECONDARY")
                    || cursor.accept("WITH", "SYSTEM", "VERSIONING")
                    || cursor.accept("WITHOUT", "SYSTEM", "VERSIONING");
        }
        return true;
    }

    private ConstraintDefinition constraint(String column) {
        if (cursor.accept("UNIQUE")) {
            cursor.accept("KEY");
            return key(ConstraintKind.UNIQUE, column);
        }
        if (cursor.accept("PRIMARY", "KEY") || cursor.accept("PRIMARY") || cursor.accept("KEY")) {
            return key(ConstraintKind.PRIMARY_KEY, column);
        }
        MysqlKeyReader keys = new MysqlKeyReader(cursor);
        if (cursor.sees("REFERENCES")) {
            return keys.references(null, List.of(column));
        }
        String name = null;
        if (cursor.accept("CONSTRAINT") && !cursor.sees("CHECK")) {
            name = cursor.folded();
        }
        return keys.check(name, List.of(column));
    }

    private static ConstraintDefinition key(ConstraintKind kind, String column) {
        return new ConstraintDefinition(null, kind, List.of(column), null, null, false, null, true);
    }
}
