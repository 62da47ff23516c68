package io.lockkeeper.riskengine.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint as a statement defines it.
 *
 * @param name null: the server invents one
 * @param expression source text of a CHECK, without its parentheses; of a foreign key of MySQL and MariaDB all of it,
 *     of a key of theirs over beginnings of columns its columns, such as {@code (id, note(20))}
 * @param references table of a foreign key
 * @param usingIndex name of the index it takes over
 * @param enforced false only for NOT ENFORCED (PostgreSQL 18)
 */
public record ConstraintDefinition(
        @Nullable String name,
        ConstraintKind kind,
        List<String> columns,
        @Nullable String expression,
        @Nullable ObjectName references,
        boolean notValid,
        @Nullable String usingIndex,
        boolean enforced) {
    public ConstraintDefinition {
        columns = List.copyOf(columns);
    }
}
