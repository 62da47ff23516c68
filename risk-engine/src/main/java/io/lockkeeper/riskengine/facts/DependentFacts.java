package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.List;

/**
 * A view or materialised view over a table.
 *
 * @param columns of the table that it uses
 */
public record DependentFacts(ObjectName name, List<String> columns) {
    public DependentFacts {
        columns = List.copyOf(columns);
    }
}
