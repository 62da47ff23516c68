package io.lockkeeper.riskengine.facts;

import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param type as {@code format_type} prints it, such as {@code character varying(20)}
 * @param defaultExpression as the server prints it, null without
 * @param generated {@code ""}, {@code "stored"}, {@code "virtual"} or {@code "identity"}
 * @param nullFraction share of NULLs by the last ANALYZE; -1 when unknown
 */
public record ColumnFacts(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultExpression,
        String generated,
        double nullFraction) {}
