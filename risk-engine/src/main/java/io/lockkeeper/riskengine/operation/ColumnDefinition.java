package io.lockkeeper.riskengine.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as CREATE TABLE and ADD COLUMN define it.
 *
 * @param type lower case, single blanks, such as {@code character varying(20)}
 * @param defaultExpression source text, null without; {@code NULL} counts as none
 * @param generated {@code ""}, {@code "stored"}, {@code "virtual"} or {@code "identity"} (also AUTO_INCREMENT)
 * @param collation MySQL and MariaDB: as written, or the character set's name when only that is written; empty otherwise
 * @param position MySQL and MariaDB: {@code first} or the column it goes after; null at the end, or where it was
 * @param constraints written at the column: check, unique, primary key, foreign key
 * @param attributes MySQL and MariaDB: {@link #INVISIBLE}, {@link #NULLABLE}, and ON UPDATE with its function, lower case
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultExpression,
        String generated,
        String collation,
        @Nullable String position,
        List<ConstraintDefinition> constraints,
        List<String> attributes) {
    /** {@code SELECT *} and an INSERT without a list of columns do not know it. */
    public static final String INVISIBLE = "invisible";

    /** NULL is written, so that it is meant. */
    public static final String NULLABLE = "null";

    /** How the attribute begins that dates every change of a row. */
    public static final String ON_UPDATE = "on update";

    public ColumnDefinition {
        constraints = List.copyOf(constraints);
        attributes = List.copyOf(attributes);
    }

    /** Of PostgreSQL. */
    public ColumnDefinition(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultExpression,
            String generated,
            List<ConstraintDefinition> constraints) {
        this(name, type, notNull, defaultExpression, generated, "", null, constraints, List.of());
    }

    /** The same, but visible. */
    public ColumnDefinition seen() {
        List<String> rest =
                attributes.stream().filter(a -> !a.equals(INVISIBLE)).toList();
        return new ColumnDefinition(
                name, type, notNull, defaultExpression, generated, collation, position, constraints, rest);
    }

    public boolean has(ConstraintKind kind) {
        return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
    }

    /** serial, bigserial and smallserial: a sequence and a default in disguise. */
    public boolean serial() {
        return switch (type) {
            case "serial", "bigserial", "smallserial", "serial2", "serial4", "serial8" -> true;
            default -> false;
        };
    }
}
