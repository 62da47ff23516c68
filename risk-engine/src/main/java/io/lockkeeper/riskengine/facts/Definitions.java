package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What PostgreSQL's things without rows are made of, beyond that they are there.
 *
 * @param domains domain → the type it is over, as {@code format_type} prints it
 * @param views view → its columns in order; a view whose columns are not known is missing
 * @param publishingAll publications of all tables
 */
public record Definitions(
        Map<ObjectName, String> domains, Map<ObjectName, List<ColumnFacts>> views, Set<String> publishingAll) {
    public static final Definitions NONE = new Definitions(Map.of(), Map.of(), Set.of());

    public Definitions {
        domains = SharedMap.of(domains);
        views = SharedMap.of(views);
        publishingAll = Set.copyOf(publishingAll);
    }

    Definitions domain(ObjectName name, String over) {
        return new Definitions(SharedMap.of(domains).with(name, over), views, publishingAll);
    }

    Definitions view(ObjectName name, List<ColumnFacts> columns) {
        return new Definitions(domains, SharedMap.of(views).with(name, List.copyOf(columns)), publishingAll);
    }

    Definitions publishing(Set<String> all) {
        return new Definitions(domains, views, all);
    }

    Definitions without(ObjectName name) {
        return domains.containsKey(name) || views.containsKey(name)
                ? new Definitions(SharedMap.of(domains).without(name), SharedMap.of(views).without(name), publishingAll)
                : this;
    }
}
