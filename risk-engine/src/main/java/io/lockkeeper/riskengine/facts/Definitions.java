package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.ViewQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's things without rows are made of, beyond that they are there.
 *
 * @param domains domain → the type it is over, as {@code format_type} prints it
 * @param views view → its columns in order; a view whose columns are not known is missing
 * @param queries view → what it is made of, where a text said it
 * @param statistics extended statistics → their table
 * @param schemas schema → whether there was nothing in it when it was looked at
 */
public record Definitions(
        Map<ObjectName, String> domains,
        Map<ObjectName, List<ColumnFacts>> views,
        Map<ObjectName, ViewQuery> queries,
        Map<ObjectName, ObjectName> statistics,
        Map<String, Boolean> schemas) {
    public static final Definitions NONE = new Definitions(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Definitions {
        domains = SharedMap.of(domains);
        views = SharedMap.of(views);
        queries = SharedMap.of(queries);
        statistics = SharedMap.of(statistics);
        schemas = Map.copyOf(schemas);
    }

    Definitions domain(ObjectName name, String over) {
        return new Definitions(SharedMap.of(domains).with(name, over), views, queries, statistics, schemas);
    }

    Definitions view(ObjectName name, List<ColumnFacts> columns) {
        return new Definitions(
                domains, SharedMap.of(views).with(name, List.copyOf(columns)), queries, statistics, schemas);
    }

    /** Made of that; null when it is not known. */
    Definitions query(ObjectName name, @Nullable ViewQuery query) {
        SharedMap<ObjectName, ViewQuery> others = SharedMap.of(queries);
        return new Definitions(
                domains, views, query == null ? others.without(name) : others.with(name, query), statistics, schemas);
    }

    Definitions statistics(ObjectName name, ObjectName table) {
        return new Definitions(domains, views, queries, SharedMap.of(statistics).with(name, table), schemas);
    }

    /** The view's columns are not known. */
    Definitions withoutColumns(ObjectName view) {
        return new Definitions(domains, SharedMap.of(views).without(view), queries, statistics, schemas);
    }

    Definitions without(ObjectName name) {
        return new Definitions(
                SharedMap.of(domains).without(name),
                SharedMap.of(views).without(name),
                SharedMap.of(queries).without(name),
                SharedMap.of(statistics).without(name),
                schemas);
    }
}
