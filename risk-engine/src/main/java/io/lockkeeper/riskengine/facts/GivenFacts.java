package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.report.Confidence;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A target that nobody can ask: its version, and what a schema file and a facts file tell. What they leave open is assumed
 * to be the worst, and nothing counts as absent.
 */
public record GivenFacts(Dialect dialect, String version, Optional<SchemaFile> schema, Optional<FactsFile> file) {

    /** @param names what the statements name, as written */
    public TargetFacts of(Set<ObjectName> names) {
        TargetFacts known = schema.map(SchemaFile::facts)
                .orElseGet(() -> TargetFacts.assumed(dialect, version))
                .withSettings(settings())
                .withFreeBytes(file.map(FactsFile::freeBytes).orElse(-1L));
        TargetFacts sized = sized(known, names);
        for (ObjectName name : names) {
            sized = aliased(sized, name);
        }
        return sized;
    }

    /** Tables of the facts file that the schema does not have: mistyped, or missing there. */
    public List<ObjectName> unmatched() {
        if (schema.isEmpty() || file.isEmpty()) {
            return List.of();
        }
        Set<ObjectName> matched = new HashSet<>();
        TargetFacts known = schema.get().facts();
        known.tables().keySet().forEach(table -> key(known, table).ifPresent(matched::add));
        return file.get().tables().keySet().stream()
                .filter(key -> !matched.contains(key))
                .sorted()
                .toList();
    }

    /** The report says how much its facts are worth: documented only when every table was described and measured. */
    public Report graded(Report report, TargetFacts facts) {
        Set<String> created = new HashSet<>();
        Set<String> touched = new TreeSet<>();
        report.statements().forEach(statement -> {
            statement.operations().stream()
                    .filter(operation -> operation.kind().equals("create-table"))
                    .forEach(operation -> created.add(String.valueOf(operation.object())));
            statement.effects().forEach(effect -> touched.add(effect.table()));
        });
        touched.removeAll(created);
        boolean told = schema.isPresent() && file.isPresent() && report.analysable();
        boolean all = touched.stream()
                .map(ObjectName::parse)
                .map(facts::table)
                .allMatch(table -> table.isPresent()
                        && table.get().columnsKnown()
                        && table.get().sizeKnown());
        return report.withConfidence(told && all ? Confidence.DOCUMENTED : Confidence.ASSUMED);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        file.flatMap(FactsFile::sessionTimeZone).ifPresent(zone -> settings.put("TimeZone", zone));
        file.flatMap(FactsFile::sqlMode).ifPresent(mode -> settings.put("sql_mode", mode));
        return settings;
    }

    private TargetFacts sized(TargetFacts known, Set<ObjectName> names) {
        if (file.isEmpty()) {
            return known;
        }
        Map<ObjectName, TableSize> sizes = file.get().tables();
        Map<ObjectName, TableFacts> tables = new HashMap<>(known.tables());
        Set<ObjectName> used = new HashSet<>();
        for (TableFacts table : known.tables().values()) {
            key(known, table.name()).ifPresent(key -> {
                used.add(key);
                sized(sizes, key).ifPresent(size -> tables.put(table.name(), size.on(table)));
            });
        }
        for (ObjectName name : names) {
            ObjectName qualified = known.qualified(name);
            // What the schema calls by another name is the same table, and more is known of that one than its size.
            boolean there = tables.containsKey(qualified)
                    || onlyOne(known.tables().keySet(), name).isPresent();
            key(known, name).filter(key -> !there).ifPresent(key -> {
                used.add(key);
                sized(sizes, key).ifPresent(size -> tables.put(qualified, size.alone(qualified, dialect)));
            });
        }
        sizes.forEach((key, size) -> {
            if (!used.contains(key)) {
                tables.putIfAbsent(known.qualified(key), size.alone(known.qualified(key), dialect));
            }
        });
        return known.with(tables, known.indexes(), known.other());
    }

    private static Optional<TableSize> sized(Map<ObjectName, TableSize> sizes, ObjectName key) {
        return Optional.ofNullable(sizes.get(key));
    }

    /** What the facts file calls the table: the very name, else the only one that ends alike and contradicts nothing. */
    private Optional<ObjectName> key(TargetFacts known, ObjectName table) {
        Set<ObjectName> keys = file.map(FactsFile::tables).orElse(Map.of()).keySet();
        ObjectName qualified = known.qualified(table);
        Optional<ObjectName> exact = keys.stream()
                .filter(key -> key.equals(qualified) || known.qualified(key).equals(qualified))
                .findFirst();
        return exact.isPresent() ? exact : onlyOne(keys, table);
    }

    private static Optional<ObjectName> onlyOne(Set<ObjectName> among, ObjectName name) {
        List<ObjectName> alike = among.stream()
                .filter(other -> other.name().equals(name.name()))
                .filter(other -> other.schema() == null || name.schema() == null)
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    /** A table that the statements call by another schema or database, or by none, is the same one. */
    private static TargetFacts aliased(TargetFacts facts, ObjectName name) {
        ObjectName qualified = facts.qualified(name);
        if (facts.tables().containsKey(qualified) || facts.other().containsKey(qualified)) {
            return facts;
        }
        Optional<TableFacts> alike = onlyOne(facts.tables().keySet(), name).flatMap(facts::table);
        if (alike.isEmpty()) {
            return facts;
        }
        List<IndexFacts> indexes = new ArrayList<>();
        alike.get()
                .indexes()
                .forEach(index -> indexes.add(index.named(
                        new ObjectName(qualified.schema(), index.name().name()))));
        TableFacts renamed = alike.get()
                .named(qualified)
                .with(alike.get().columns(), indexes, alike.get().constraints());
        return Relations.put(facts, renamed);
    }
}
