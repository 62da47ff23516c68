package io.lockkeeper.riskengine.facts;

import java.util.Set;

/**
 * Something that is neither view, index nor constraint, and whose definition names columns of a table: the server refuses
 * to change their type, or to drop them.
 *
 * @param kind {@code policy}, {@code trigger}, {@code rule}, {@code function}, {@code publication} or {@code table}
 * @param name of it; of a policy, a trigger or a rule without the table
 * @param columns that it names
 */
public record ColumnUse(String kind, String name, Set<String> columns) {
    public ColumnUse {
        columns = Set.copyOf(columns);
    }
}
