package io.lockkeeper.riskengine.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column as CREATE TABLE and ADD COLUMN define it.
 *
 * @param type lower case, single blanks, such as {@code character varying(20)}
 * @param defaultExpression source text, null without; {@code NULL} counts as none
 * @param generated {@code ""}, {@code "stored"}, {@code "virtual"} or {@code "identity"}
 * @param constraints written at the column: check, unique, primary key, foreign key
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultExpression,
        String generated,
        List<ConstraintDefinition> constraints) {
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
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
