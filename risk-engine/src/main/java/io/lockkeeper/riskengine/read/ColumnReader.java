package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import io.lockkeeper.riskengine.operation.ConstraintDefinition;
import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads column definitions and constraints, as CREATE TABLE and ALTER TABLE … ADD share them. */
final class ColumnReader {
    /** Words that end a type or a default expression. NULL may be a default, so it ends one only after its first token. */
    private static final String[] CLAUSES = {
        "CONSTRAINT",
        "NOT",
        "NULL",
        "DEFAULT",
        "CHECK",
        "UNIQUE",
        "PRIMARY",
        "REFERENCES",
        "GENERATED",
        "COLLATE",
        "STORAGE",
        "COMPRESSION",
        "DEFERRABLE",
        "INITIALLY",
        "ENFORCED"
    };

    private final Cursor cursor;

    ColumnReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A constraint of the table comes next, not a column. */
    boolean seesConstraint() {
        return cursor.seesAny("CONSTRAINT", "CHECK", "UNIQUE", "EXCLUDE")
                || cursor.sees("PRIMARY", "KEY")
                || cursor.sees("FOREIGN", "KEY")
                || cursor.sees("NOT", "NULL");
    }

    ColumnDefinition column() {
        String name = cursor.identifier();
        String type = type(CLAUSES);
        boolean notNull = false;
        String defaultExpression = null;
        String generated = "";
        List<ConstraintDefinition> constraints = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.seesSymbol(',')) {
            String constraint = cursor.accept("CONSTRAINT") ? cursor.identifier() : null;
            if (cursor.accept("NOT", "NULL")) {
                notNull = true;
                cursor.accept("NO", "INHERIT");
            } else if (cursor.accept("NULL")) {
                notNull = false;
            } else if (cursor.accept("DEFAULT")) {
                defaultExpression = nullless(cursor.until(CLAUSES));
            } else if (cursor.accept("GENERATED")) {
                generated = generated();
            } else if (cursor.accept("COLLATE")) {
                cursor.name();
            } else if (cursor.acceptAny("STORAGE", "COMPRESSION")) {
                cursor.identifier();
            } else {
                constraints.add(columnConstraint(constraint, name));
            }
        }
        boolean primary = constraints.stream().anyMatch(c -> c.kind() == ConstraintKind.PRIMARY_KEY);
        return new ColumnDefinition(name, type, notNull || primary, defaultExpression, generated, constraints);
    }

    /** Lower case, single blanks; up to one of the words, a comma or the end. */
    String type(String... until) {
        String type = Types.normal(cursor.until(until));
        if (!Types.wellFormed(type)) {
            throw new Unsure("a type that is not understood");
        }
        return type;
    }

    private String generated() {
        if (!cursor.accept("ALWAYS")) {
            cursor.expect("BY", "DEFAULT");
        }
        cursor.expect("AS");
        if (cursor.accept("IDENTITY")) {
            cursor.acceptGroup();
            return "identity";
        }
        cursor.skipGroup();
        if (cursor.accept("STORED")) {
            return "stored";
        }
        cursor.accept("VIRTUAL");
        return "virtual";
    }

    private ConstraintDefinition columnConstraint(@Nullable String name, String column) {
        if (cursor.accept("CHECK")) {
            String expression = cursor.group().rest();
            return attributes(name, ConstraintKind.CHECK, List.of(column), expression, null);
        }
        if (cursor.accept("UNIQUE")) {
            indexParameters();
            return attributes(name, ConstraintKind.UNIQUE, List.of(column), null, null);
        }
        if (cursor.accept("PRIMARY", "KEY")) {
            indexParameters();
            return attributes(name, ConstraintKind.PRIMARY_KEY, List.of(column), null, null);
        }
        if (cursor.accept("REFERENCES")) {
            return attributes(name, ConstraintKind.FOREIGN_KEY, List.of(column), null, references());
        }
        throw new Unsure("an unknown clause of a column");
    }

    ConstraintDefinition tableConstraint() {
        String name = cursor.accept("CONSTRAINT") ? cursor.identifier() : null;
        if (cursor.accept("CHECK")) {
            String expression = cursor.group().rest();
            return attributes(name, ConstraintKind.CHECK, List.of(), expression, null);
        }
        if (cursor.accept("FOREIGN", "KEY")) {
            List<String> columns = cursor.columnList();
            cursor.expect("REFERENCES");
            return attributes(name, ConstraintKind.FOREIGN_KEY, columns, null, references());
        }
        if (cursor.accept("EXCLUDE")) {
            return exclude(name);
        }
        if (cursor.accept("NOT", "NULL")) {
            return attributes(name, ConstraintKind.NOT_NULL, List.of(cursor.identifier()), null, null);
        }
        boolean unique = cursor.accept("UNIQUE");
        if (!unique) {
            cursor.expect("PRIMARY", "KEY");
        }
        return key(name, unique ? ConstraintKind.UNIQUE : ConstraintKind.PRIMARY_KEY);
    }

    private ConstraintDefinition key(@Nullable String name, ConstraintKind kind) {
        if (cursor.accept("USING", "INDEX")) {
            String index = cursor.identifier();
            Attributes attributes = attributes();
            return new ConstraintDefinition(
                    name, kind, List.of(), null, null, attributes.notValid, index, attributes.enforced);
        }
        nullsDistinct();
        List<String> columns = cursor.columnList();
        indexParameters();
        return attributes(name, kind, columns, null, null);
    }

    private ConstraintDefinition exclude(@Nullable String name) {
        if (cursor.accept("USING")) {
            cursor.identifier();
        }
        cursor.skipGroup();
        indexParameters();
        if (cursor.accept("WHERE")) {
            cursor.skipGroup();
        }
        return attributes(name, ConstraintKind.EXCLUDE, List.of(), null, null);
    }

    private void indexParameters() {
        nullsDistinct();
        if (cursor.accept("INCLUDE")) {
            cursor.skipGroup();
        }
        if (cursor.accept("WITH")) {
            cursor.skipGroup();
        }
        if (cursor.accept("USING", "INDEX", "TABLESPACE")) {
            cursor.identifier();
        }
    }

    private void nullsDistinct() {
        if (!cursor.accept("NULLS", "NOT", "DISTINCT")) {
            cursor.accept("NULLS", "DISTINCT");
        }
    }

    private ObjectName references() {
        ObjectName table = cursor.name();
        cursor.acceptGroup();
        if (cursor.accept("MATCH")) {
            cursor.identifier();
        }
        while (cursor.accept("ON")) {
            if (!cursor.acceptAny("DELETE", "UPDATE")) {
                throw new Unsure("an unknown clause of a foreign key");
            }
            referentialAction();
        }
        return table;
    }

    private void referentialAction() {
        if (cursor.accept("SET")) {
            if (!cursor.acceptAny("NULL", "DEFAULT")) {
                throw new Unsure("an unknown action of a foreign key");
            }
            cursor.acceptGroup();
        } else if (!cursor.accept("NO", "ACTION") && !cursor.acceptAny("CASCADE", "RESTRICT")) {
            throw new Unsure("an unknown action of a foreign key");
        }
    }

    private ConstraintDefinition attributes(
            @Nullable String name,
            ConstraintKind kind,
            List<String> columns,
            @Nullable String expression,
            @Nullable ObjectName references) {
        Attributes attributes = attributes();
        return new ConstraintDefinition(
                name, kind, columns, expression, references, attributes.notValid, null, attributes.enforced);
    }

    private record Attributes(boolean notValid, boolean enforced) {}

    private Attributes attributes() {
        boolean notValid = false;
        boolean enforced = true;
        while (true) {
            if (cursor.accept("NOT", "VALID")) {
                notValid = true;
            } else if (cursor.accept("NOT", "ENFORCED")) {
                enforced = false;
            } else if (cursor.accept("INITIALLY")) {
                cursor.identifier();
            } else if (!cursor.accept("NOT", "DEFERRABLE")
                    && !cursor.accept("NO", "INHERIT")
                    && !cursor.acceptAny("DEFERRABLE", "ENFORCED")) {
                return new Attributes(notValid, enforced);
            }
        }
    }

    private static @Nullable String nullless(String expression) {
        return expression.equalsIgnoreCase("NULL") ? null : expression;
    }
}
