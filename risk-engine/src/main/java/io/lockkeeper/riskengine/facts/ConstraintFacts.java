package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * One constraint of a table.
 *
 * @param columns of the table, in order
 * @param references table a foreign key points to
 * @param definition as {@code pg_get_constraintdef} prints it
 */
public record ConstraintFacts(
        String name,
        ConstraintKind kind,
        boolean validated,
        List<String> columns,
        Optional<ObjectName> references,
        String definition) {
    public ConstraintFacts {
        columns = List.copyOf(columns);
    }

    ConstraintFacts named(String other) {
        return new ConstraintFacts(other, kind, validated, columns, references, definition);
    }

    ConstraintFacts on(List<String> others) {
        return new ConstraintFacts(name, kind, validated, others, references, definition);
    }

    ConstraintFacts to(ObjectName other) {
        return new ConstraintFacts(name, kind, validated, columns, Optional.of(other), definition);
    }

    ConstraintFacts validated(boolean holds) {
        return new ConstraintFacts(name, kind, holds, columns, references, definition);
    }
}
