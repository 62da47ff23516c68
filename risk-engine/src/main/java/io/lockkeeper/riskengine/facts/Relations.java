package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tables know of each other, kept true when one of them changes: indexes' names, foreign keys, partitions. */
final class Relations {
    private Relations() {}

    /** The table as it is now: its indexes are found by name, and its foreign keys from the other end. */
    static TargetFacts put(TargetFacts facts, TableFacts table) {
        Optional<TableFacts> before = Optional.ofNullable(facts.tables().get(table.name()));
        var tables = SharedMap.of(facts.tables()).with(table.name(), table);
        var indexes = SharedMap.of(facts.indexes());
        for (IndexFacts index : before.map(TableFacts::indexes).orElse(List.of())) {
            indexes = indexes.without(index.name());
        }
        for (IndexFacts index : table.indexes()) {
            indexes = indexes.with(index.name(), table.name());
        }
        for (ObjectName parent : parents(before, table)) {
            TableFacts known = tables.get(parent);
            if (known != null) {
                tables = tables.with(parent, known.withReferencedBy(referencedBy(known, table)));
            }
        }
        return facts.with(tables, indexes, facts.other());
    }

    private static List<ObjectName> parents(Optional<TableFacts> before, TableFacts table) {
        List<ConstraintFacts> all = new ArrayList<>(table.constraints());
        before.ifPresent(t -> all.addAll(t.constraints()));
        return all.stream()
                .filter(k -> k.kind() == ConstraintKind.FOREIGN_KEY)
                .flatMap(k -> k.references().stream())
                .distinct()
                .toList();
    }

    private static List<ForeignKeyFacts> referencedBy(TableFacts parent, TableFacts child) {
        List<ForeignKeyFacts> keys = new ArrayList<>(parent.referencedBy());
        keys.removeIf(key -> key.from().equals(child.name()));
        child.constraints().stream()
                .filter(k -> k.kind() == ConstraintKind.FOREIGN_KEY)
                .filter(k -> k.references().filter(parent.name()::equals).isPresent())
                .forEach(k -> keys.add(new ForeignKeyFacts(k.name(), child.name())));
        return keys;
    }

    /** Without the relation of that name, and without what others know of it. */
    static TargetFacts without(TargetFacts facts, ObjectName name) {
        var tables = SharedMap.of(facts.tables()).without(name);
        for (ObjectName neighbour : neighbours(facts, name)) {
            TableFacts known = tables.get(neighbour);
            if (known != null) {
                tables = tables.with(neighbour, forgetting(known, name));
            }
        }
        var indexes = SharedMap.of(facts.indexes()).without(name);
        TableFacts table = facts.tables().get(name);
        for (IndexFacts index : table == null ? List.<IndexFacts>of() : table.indexes()) {
            indexes = indexes.without(index.name());
        }
        return facts.with(tables, indexes, SharedMap.of(facts.other()).without(name))
                .with(facts.definitions().without(name));
    }

    /** The tables that know of it: those it is tied to; of a view, any. */
    private static Collection<ObjectName> neighbours(TargetFacts facts, ObjectName name) {
        TableFacts table = facts.tables().get(name);
        ObjectName indexed = facts.indexes().get(name);
        if (table == null) {
            return indexed == null ? List.copyOf(facts.tables().keySet()) : List.of(indexed);
        }
        List<ObjectName> tied = new ArrayList<>(table.partitions());
        table.partitionOf().ifPresent(tied::add);
        table.referencedBy().forEach(key -> tied.add(key.from()));
        tied.addAll(parents(Optional.empty(), table));
        tied.addAll(
                table.kind() == TableFacts.Kind.MATERIALIZED_VIEW
                        ? facts.tables().keySet()
                        : List.of());
        return tied;
    }

    private static TableFacts forgetting(TableFacts table, ObjectName name) {
        return table.with(
                        table.columns(),
                        table.indexes().stream()
                                .filter(i -> !i.name().equals(name))
                                .toList(),
                        table.constraints())
                .withReferencedBy(table.referencedBy().stream()
                        .filter(k -> !k.from().equals(name))
                        .toList())
                .withPartitions(
                        table.partitions().stream().filter(p -> !p.equals(name)).toList())
                .withDependents(table.dependents().stream()
                        .filter(d -> !d.name().equals(name))
                        .toList());
    }

    /** Another name or schema; foreign keys, partitions and indexes follow. */
    static TargetFacts renamed(TargetFacts facts, TableFacts table, ObjectName to) {
        ObjectName from = table.name();
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        for (TableFacts each : facts.tables().values()) {
            TableFacts moved = following(each.name().equals(from) ? moved(each, to) : each, from, to);
            tables.put(moved.name(), moved);
        }
        Map<ObjectName, ObjectName> indexes = new HashMap<>(facts.indexes());
        indexes.values().removeIf(from::equals);
        tables.getOrDefault(to, table).indexes().forEach(i -> indexes.put(i.name(), to));
        return facts.with(tables, indexes, facts.other());
    }

    private static TableFacts moved(TableFacts table, ObjectName to) {
        return table.named(to)
                .with(
                        table.columns(),
                        table.indexes().stream()
                                .map(i -> i.named(
                                        new ObjectName(to.schema(), i.name().name())))
                                .toList(),
                        table.constraints());
    }

    private static TableFacts following(TableFacts table, ObjectName from, ObjectName to) {
        return table.with(
                        table.columns(),
                        table.indexes(),
                        table.constraints().stream()
                                .map(k -> k.references().filter(from::equals).isPresent() ? k.to(to) : k)
                                .toList())
                .withReferencedBy(table.referencedBy().stream()
                        .map(k -> k.from().equals(from) ? new ForeignKeyFacts(k.name(), to) : k)
                        .toList())
                .withPartitions(table.partitions().stream()
                        .map(p -> p.equals(from) ? to : p)
                        .toList())
                .withPartitionOf(table.partitionOf().map(p -> p.equals(from) ? to : p));
    }

    /** The child and everything below it is below the parent now, and below all of the parent's parents. */
    static TargetFacts attached(TargetFacts facts, TableFacts parent, TableFacts child, boolean partition) {
        TargetFacts changed = put(facts, child.withPartitionOf(Optional.of(parent.name())));
        List<ObjectName> below = new ArrayList<>(child.partitions());
        below.addFirst(child.name());
        Optional<TableFacts> above = Optional.of(parent);
        while (above.isPresent()) {
            TableFacts table = above.get();
            List<ObjectName> parts = new ArrayList<>(table.partitions());
            below.stream().filter(b -> !parts.contains(b)).forEach(parts::add);
            TableFacts now = table.withPartitions(parts);
            changed = put(changed, partition ? now.of(TableFacts.Kind.PARTITIONED) : now);
            Map<ObjectName, TableFacts> tables = changed.tables();
            above = table.partitionOf().map(tables::get);
        }
        return changed;
    }

    static TargetFacts detached(TargetFacts facts, TableFacts parent, TableFacts child) {
        TargetFacts changed = put(facts, child.withPartitionOf(Optional.empty()));
        List<ObjectName> below = new ArrayList<>(child.partitions());
        below.addFirst(child.name());
        Optional<TableFacts> above = Optional.of(parent);
        while (above.isPresent()) {
            TableFacts table = above.get();
            changed = put(
                    changed,
                    table.withPartitions(table.partitions().stream()
                            .filter(p -> !below.contains(p))
                            .toList()));
            Map<ObjectName, TableFacts> tables = changed.tables();
            above = table.partitionOf().map(tables::get);
        }
        return changed;
    }
}
