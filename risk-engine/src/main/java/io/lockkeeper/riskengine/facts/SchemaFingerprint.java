package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names the shape of what a migration touches: of each named table its columns with types, defaults and NOT NULL, its
 * constraints, indexes and triggers, on MySQL and MariaDB also how it is stored; of every other name its kind, or that it does not exist.
 */
public final class SchemaFingerprint {
    private SchemaFingerprint() {}

    /** {@code sha256:<hex>}; independent of sizes, statistics, traffic and the order of reading. */
    public static String of(TargetFacts facts) {
        TreeMap<String, Object> shapes = new TreeMap<>();
        for (ObjectName name : facts.asked()) {
            ObjectName qualified = facts.qualified(name);
            Optional<TableFacts> table = facts.table(name).or(() -> facts.tableOfIndex(name));
            if (table.isPresent()) {
                shapes.put(table.get().name().toString(), shape(table.get()));
            } else {
                shapes.put(qualified.toString(), facts.other().getOrDefault(qualified, "absent"));
            }
        }
        return CanonicalJson.hash(shapes);
    }

    private static Map<String, Object> shape(TableFacts table) {
        Map<String, Object> shape = new TreeMap<>();
        shape.put("kind", table.kind().name());
        shape.put("partitionOf", table.partitionOf().map(ObjectName::toString).orElse(""));
        shape.put(
                "columns",
                table.columns().stream().map(SchemaFingerprint::column).toList());
        shape.put(
                "constraints",
                new TreeSet<>(table.constraints().stream()
                        .map(c -> c.name() + " " + c.definition() + (c.validated() ? "" : " (not validated)"))
                        .toList()));
        shape.put(
                "indexes",
                new TreeSet<>(table.indexes().stream()
                        .map(i -> i.definition() + (i.valid() ? "" : " (invalid)"))
                        .toList()));
        shape.put("triggers", new TreeSet<>(table.triggers()));
        table.innodb().ifPresent(i -> shape.put("storage", List.of(i.engine(), i.rowFormat(), i.collation())));
        return shape;
    }

    private static List<String> column(ColumnFacts column) {
        List<String> parts = new ArrayList<>(List.of(column.name(), column.type(), column.generated()));
        String expression = column.defaultExpression();
        parts.add(expression == null ? "" : expression);
        parts.add(column.notNull() ? "not null" : "");
        if (!column.collation().isEmpty()) {
            parts.add(column.collation());
        }
        parts.addAll(column.attributes());
        return parts;
    }
}
