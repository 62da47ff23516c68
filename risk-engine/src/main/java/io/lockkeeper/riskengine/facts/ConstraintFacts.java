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
}
