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
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultExpression,
        String generated,
        String collation,
        @Nullable String position,
        List<ConstraintDefinition> constraints) {
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }

    /** Of PostgreSQL. */
    public ColumnDefinition(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultExpression,
            String generated,
            List<ConstraintDefinition> constraints) {
        this(name, type, notNull, defaultExpression, generated, "", null, constraints);
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
