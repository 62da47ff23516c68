package io.lockkeeper.riskengine.report;

import org.jspecify.annotations.Nullable;

/**
 * One operation of a statement.
 *
 * @param kind kebab case, such as {@code alter-column-type}
 * @param object qualified name; null where there is none
 */
public record OperationReport(
        String kind, @Nullable String object, @Nullable String column) {}
