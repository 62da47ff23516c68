package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a target is, at one moment, as far as the statements of one migration touch it.
 *
 * @param dialect the server's engine
 * @param source where it is from, and so what follows from a table that is not in it
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
 * @param freeBytes free space where the tables are stored; -1 when nobody told
 * @param calibration how fast it has proved to be; no part of its shape
 * @param definitions what domains, views and statistics of PostgreSQL are made of, as far as it is known
 */
public record TargetFacts(
        Dialect dialect,
        Source source,
        String serverVersion,
        Map<String, String> settings,
        List<String> searchPath,
        Map<ObjectName, TableFacts> tables,
        Map<ObjectName, ObjectName> indexes,
        Map<ObjectName, String> other,
        Set<ObjectName> asked,
        double oldestTransactionSeconds,
        boolean activityVisible,
        int replicas,
        long freeBytes,
        Calibration calibration,
        Definitions definitions) {
    /** In place of a name: everything in the schema. */
    public static final String EVERYTHING = "*";

    /** Where facts are from. */
    public enum Source {
        /** The server itself. */
        LIVE,
        /** A schema file. */
        TOLD,
        /** A schema file of which not everything could be read. */
        TOLD_IN_PART,
        /** Nobody; or a statement that could not be read may have changed everything. */
        ASSUMED
    }

    public TargetFacts {
        settings = Map.copyOf(settings);
        searchPath = List.copyOf(searchPath);
        tables = SharedMap.of(tables);
        indexes = SharedMap.of(indexes);
        other = SharedMap.of(other);
        asked = Asked.of(asked);
    }

    /** As read from a server or told; nobody knows its free space, or has learnt anything of it yet. */
    public TargetFacts(
            Dialect dialect,
            Source source,
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
        this(
                dialect,
                source,
                serverVersion,
                settings,
                searchPath,
                tables,
                indexes,
                other,
                asked,
                oldestTransactionSeconds,
                activityVisible,
                replicas,
                -1,
                Calibration.NONE,
                Definitions.NONE);
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
                Source.ASSUMED,
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

    /** The same target with other relations. */
    TargetFacts with(
            Map<ObjectName, TableFacts> tables, Map<ObjectName, ObjectName> indexes, Map<ObjectName, String> other) {
        return copy(source, settings, searchPath, tables, indexes, other);
    }

    /** The same with other definitions. */
    public TargetFacts with(Definitions known) {
        return new TargetFacts(
                dialect,
                source,
                serverVersion,
                settings,
                searchPath,
                tables,
                indexes,
                other,
                asked,
                oldestTransactionSeconds,
                activityVisible,
                replicas,
                freeBytes,
                calibration,
                known);
    }

    /** The same, as a schema file tells it. */
    TargetFacts told(boolean whole) {
        return copy(whole ? Source.TOLD : Source.TOLD_IN_PART, settings, searchPath, tables, indexes, other);
    }

    /** The same, but nothing is certain any more. */
    TargetFacts uncertain() {
        return copy(Source.ASSUMED, settings, searchPath, tables, indexes, other);
    }

    /** The same, with what its finished runs showed. */
    public TargetFacts withCalibration(Calibration learnt) {
        return beside(freeBytes, learnt);
    }

    /** The same, with so much free space; -1 when nobody told. */
    public TargetFacts withFreeBytes(long bytes) {
        return beside(bytes, calibration);
    }

    private TargetFacts beside(long free, Calibration learnt) {
        return new TargetFacts(
                dialect,
                source,
                serverVersion,
                settings,
                searchPath,
                tables,
                indexes,
                other,
                asked,
                oldestTransactionSeconds,
                activityVisible,
                replicas,
                free,
                learnt,
                definitions);
    }

    TargetFacts withSearchPath(List<String> schemas) {
        return copy(source, settings, schemas, tables, indexes, other);
    }

    TargetFacts withSettings(Map<String, String> set) {
        return copy(source, set, searchPath, tables, indexes, other);
    }

    private TargetFacts copy(
            Source from,
            Map<String, String> set,
            List<String> schemas,
            Map<ObjectName, TableFacts> relations,
            Map<ObjectName, ObjectName> keys,
            Map<ObjectName, String> others) {
        return new TargetFacts(
                dialect,
                from,
                serverVersion,
                set,
                schemas,
                relations,
                keys,
                others,
                asked,
                oldestTransactionSeconds,
                activityVisible,
                replicas,
                freeBytes,
                calibration,
                definitions);
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

    /** What is known of tables that are there holds; no statement that could not be read came between. */
    public boolean certain() {
        return source != Source.ASSUMED;
    }

    /** Read from the server, and nothing that could not be read came between. */
    public boolean live() {
        return source == Source.LIVE;
    }

    /** Certainly not there: it was looked for on the live target and not found. */
    public boolean absent(ObjectName name) {
        return new Lookup(this).absent(name);
    }

    /** Not in the schema that was given: not there, or the schema is incomplete. */
    public boolean untold(ObjectName name) {
        return new Lookup(this).untold(name);
    }

    /**
     * Not there, as far as it can be known: not on the live target, or not in a schema file that could be read to its end
     * and that has other things in the same schema.
     */
    public boolean missing(ObjectName name) {
        return new Lookup(this).missing(name);
    }

    /** No such schema in a file that names others, so that it is not the dump of one alone. */
    public boolean missingSchema(String schema) {
        return new Lookup(this).missingSchema(schema);
    }

    /** Whether there is nothing in a schema of PostgreSQL; empty when that is not known. */
    public Optional<Boolean> emptySchema(String schema) {
        return new Lookup(this).emptySchema(schema);
    }

    /** The name with its schema: where it is found, else the first schema of the search path. */
    public ObjectName qualified(ObjectName name) {
        return new Lookup(this).qualified(name);
    }

    /** Whether SET search_path to this text changes nothing; {@code "$user"} is skipped, as it is when there is no such schema. */
    public boolean sameSearchPath(String value) {
        return new Lookup(this).sameSearchPath(value);
    }

    /** Whether SET search_path to this text keeps the schemas in their order, and looks into further ones after them. */
    public boolean addsToSearchPath(String value) {
        return new Lookup(this).addsToSearchPath(value);
    }

    /** Whether a column's type, as printed or as written, is this one or an array of it. */
    public boolean isOf(String columnType, ObjectName type) {
        return qualified(ObjectName.ofType(columnType)).equals(qualified(type));
    }

    /** The session's time zone; empty when unknown. */
    public Optional<String> timeZone() {
        return Optional.ofNullable(settings.get("TimeZone"));
    }
}
