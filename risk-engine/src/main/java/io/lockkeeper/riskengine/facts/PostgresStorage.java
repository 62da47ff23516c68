package io.lockkeeper.riskengine.facts;

import java.util.Set;
import java.util.TreeSet;

/**
 * How PostgreSQL keeps a table, and what hangs on it beside columns, keys and indexes.
 *
 * @param tablespace by its name, {@code pg_default} included; empty when not known
 * @param accessMethod such as {@code heap}; empty when not known
 * @param logged false for UNLOGGED
 * @param rowSecurity switched on
 * @param replicaIdentity {@code default}, {@code full}, {@code nothing} or {@code using}
 * @param triggers their names
 * @param policies their names
 */
public record PostgresStorage(
        String tablespace,
        String accessMethod,
        boolean logged,
        boolean rowSecurity,
        String replicaIdentity,
        Set<String> triggers,
        Set<String> policies) {
    /** What CREATE TABLE makes when it says nothing. */
    public static final PostgresStorage DEFAULTS =
            new PostgresStorage("pg_default", "heap", true, false, "default", Set.of(), Set.of());

    public PostgresStorage {
        triggers = Set.copyOf(triggers);
        policies = Set.copyOf(policies);
    }

    PostgresStorage at(String space) {
        return new PostgresStorage(space, accessMethod, logged, rowSecurity, replicaIdentity, triggers, policies);
    }

    PostgresStorage by(String method) {
        return new PostgresStorage(tablespace, method, logged, rowSecurity, replicaIdentity, triggers, policies);
    }

    PostgresStorage logged(boolean written) {
        return new PostgresStorage(tablespace, accessMethod, written, rowSecurity, replicaIdentity, triggers, policies);
    }

    PostgresStorage rowSecurity(boolean on) {
        return new PostgresStorage(tablespace, accessMethod, logged, on, replicaIdentity, triggers, policies);
    }

    PostgresStorage replicaIdentity(String identity) {
        return new PostgresStorage(tablespace, accessMethod, logged, rowSecurity, identity, triggers, policies);
    }

    PostgresStorage trigger(String name, boolean there) {
        return new PostgresStorage(
                tablespace,
                accessMethod,
                logged,
                rowSecurity,
                replicaIdentity,
                changed(triggers, name, there),
                policies);
    }

    PostgresStorage policy(String name, boolean there) {
        return new PostgresStorage(
                tablespace,
                accessMethod,
                logged,
                rowSecurity,
                replicaIdentity,
                triggers,
                changed(policies, name, there));
    }

    private static Set<String> changed(Set<String> names, String name, boolean there) {
        Set<String> changed = new TreeSet<>(names);
        if (there) {
            changed.add(name);
        } else {
            changed.remove(name);
        }
        return changed;
    }
}
