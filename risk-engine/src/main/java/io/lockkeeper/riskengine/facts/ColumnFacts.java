package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ColumnDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column.
 *
 * @param type as {@code format_type} prints it, such as {@code character varying(20)}; on MySQL and MariaDB as
 *     {@code COLUMN_TYPE} says it, such as {@code varchar(20)}, {@code int unsigned} or {@code enum('a','b')}
 * @param defaultExpression as the server prints it, null without
 * @param generated {@code ""}, {@code "stored"}, {@code "virtual"} or {@code "identity"} (AUTO_INCREMENT)
 * @param collation of a character column of MySQL or MariaDB; empty when it has none or it is not known
 * @param nullFraction share of NULLs by the last ANALYZE; -1 when unknown
 * @param attributes of MySQL and MariaDB: {@code invisible}, and ON UPDATE with its function, lower case
 */
public record ColumnFacts(
        String name,
        String type,
        boolean notNull,
        @Nullable String defaultExpression,
        String generated,
        String collation,
        double nullFraction,
        List<String> attributes) {
    public ColumnFacts {
        attributes = List.copyOf(attributes);
    }

    /** Without attributes. */
    public ColumnFacts(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultExpression,
            String generated,
            String collation,
            double nullFraction) {
        this(name, type, notNull, defaultExpression, generated, collation, nullFraction, List.of());
    }

    /** Of PostgreSQL, whose collations no rule asks for. */
    public ColumnFacts(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultExpression,
            String generated,
            double nullFraction) {
        this(name, type, notNull, defaultExpression, generated, "", nullFraction);
    }

    public ColumnFacts named(String other) {
        return new ColumnFacts(other, type, notNull, defaultExpression, generated, collation, nullFraction, attributes);
    }

    public ColumnFacts typed(String other) {
        return new ColumnFacts(name, other, notNull, defaultExpression, generated, collation, nullFraction, attributes);
    }

    public ColumnFacts notNull(boolean demanded) {
        return new ColumnFacts(name, type, demanded, defaultExpression, generated, collation, -1, attributes);
    }

    ColumnFacts defaulting(@Nullable String expression) {
        return new ColumnFacts(name, type, notNull, expression, generated, collation, nullFraction, attributes);
    }

    public ColumnFacts collated(String other) {
        return new ColumnFacts(name, type, notNull, defaultExpression, generated, other, nullFraction, attributes);
    }

    public boolean invisible() {
        return attributes.contains(ColumnDefinition.INVISIBLE);
    }

    /** Each change of its row dates it. */
    public boolean updates() {
        return attributes.stream().anyMatch(a -> a.startsWith(ColumnDefinition.ON_UPDATE));
    }
}
