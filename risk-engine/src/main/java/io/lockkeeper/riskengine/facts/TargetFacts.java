package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a target is, at one moment, as far as the statements of one migration touch it.
 *
 * @param dialect the server's engine
 * @param live read from the server; false: assumed, and nothing is certain
 * @param serverVersion as the server says it, such as {@code 17.11}
 * @param settings server and session settings by name, such as {@code TimeZone}
 * @param searchPath schemas in which unqualified names are looked for, first match wins; the first also takes new tables
 * @param tables by qualified name: everything the statements name, plus the tables they reference or are referenced by
 * @param indexes qualified index name → qualified name of its table
 * @param other names that exist and are neither table nor index, with their kind: {@code view}, {@code sequence},
 *     {@code enum}, {@code domain}, {@code constrained-domain}, {@code type}
 * @param asked names that were looked for; one that is in here and nowhere else does not exist
 * @param oldestTransactionSeconds age of the oldest open transaction of any other session; 0 when there is none
 * @param activityVisible false when the account may not see other sessions, so that the age above may be too low
 * @param replicas connected standbys that the account can see
 */
public record TargetFacts(
        Dialect dialect,
        boolean live,
        String serverVersion,
        Map<String, String> settings,
        List<String> searchPath,
        Map<ObjectName, TableFacts> tables,
        Map<ObjectName, ObjectName> indexes,
        Map<ObjectName, String> other,
        Set<ObjectName> asked,
        double oldestTransactionSeconds,
        boolean activityVisible,
        int replicas) {
    public TargetFacts {
        settings = Map.copyOf(settings);
        searchPath = List.copyOf(searchPath);
        tables = SharedMap.of(tables);
        indexes = SharedMap.of(indexes);
        other = SharedMap.of(other);
        asked = asked instanceof Asked ? asked : new Asked(asked);
    }

    /** Sorted once, and shared by all facts that evolve from the first. */
    private static final class Asked extends AbstractSet<ObjectName> {
        private final TreeSet<ObjectName> names;

        private Asked(Set<ObjectName> names) {
            this.names = new TreeSet<>(names);
        }

        @Override
        public Iterator<ObjectName> iterator() {
            return Collections.unmodifiableSet(names).iterator();
        }

        @Override
        public int size() {
            return names.size();
        }

        @Override
        public boolean contains(@Nullable Object name) {
            return name != null && names.contains(name);
        }
    }

    /** No PostgreSQL at hand: version 17, nothing is known of its tables, so that the worst case is assumed. */
    public static TargetFacts assumed() {
        return assumed(Dialect.POSTGRESQL, "17");
    }

    /**
     * No server at hand: nothing is known of its tables, so that the worst case is assumed.
     *
     * @param version such as {@code 17}, {@code 8.0.35} or {@code 10.11}
     */
    public static TargetFacts assumed(Dialect dialect, String version) {
        return new TargetFacts(
                dialect,
                false,
                version,
                Map.of(),
                dialect == Dialect.POSTGRESQL ? List.of("public") : List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                0,
                false,
                0);
    }

    /** Such as 17. */
    public int major() {
        return version().major();
    }

    public ServerVersion version() {
        return ServerVersion.of(serverVersion);
    }

    /** The table of that name, looked up in the search path when unqualified. */
    public Optional<TableFacts> table(ObjectName name) {
        return Optional.ofNullable(tables.get(qualified(name)));
    }

    /** The table an index belongs to. */
    public Optional<TableFacts> tableOfIndex(ObjectName index) {
        return Optional.ofNullable(indexes.get(qualified(index))).map(tables::get);
    }

    /** Certainly not there: it was looked for on the live target and not found. */
    public boolean absent(ObjectName name) {
        ObjectName qualified = qualified(name);
        return live
                && asked.contains(name)
                && !tables.containsKey(qualified)
                && !indexes.containsKey(qualified)
                && !other.containsKey(qualified);
    }

    /** The name with its schema: where it is found, else the first schema of the search path. */
    public ObjectName qualified(ObjectName name) {
        if (name.schema() != null) {
            return name;
        }
        for (String schema : searchPath) {
            ObjectName candidate = new ObjectName(schema, name.name());
            if (tables.containsKey(candidate) || indexes.containsKey(candidate) || other.containsKey(candidate)) {
                return candidate;
            }
        }
        return searchPath.isEmpty() ? name : new ObjectName(searchPath.getFirst(), name.name());
    }

    /** The session's time zone; empty when unknown. */
    public Optional<String> timeZone() {
        return Optional.ofNullable(settings.get("TimeZone"));
    }
}
