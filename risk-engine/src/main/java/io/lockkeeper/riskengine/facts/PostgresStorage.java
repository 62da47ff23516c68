package io.lockkeeper.riskengine.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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
 * @param publications by which its changes reach subscribers; those of all tables are in {@link Definitions}
 * @param ofType the composite type that it was created OF, with its schema; empty for columns of its own
 * @param uses of its columns by what is neither view, index nor constraint
 * @param freezing so old that the server vacuums it against wraparound, now or next
 */
public record PostgresStorage(
        String tablespace,
        String accessMethod,
        boolean logged,
        boolean rowSecurity,
        String replicaIdentity,
        Set<String> triggers,
        Set<String> policies,
        Set<String> publications,
        String ofType,
        List<ColumnUse> uses,
        boolean freezing) {
    /** What CREATE TABLE makes when it says nothing. */
    public static final PostgresStorage DEFAULTS = new PostgresStorage(
            "pg_default", "heap", true, false, "default", Set.of(), Set.of(), Set.of(), "", List.of(), false);

    public PostgresStorage {
        triggers = Set.copyOf(triggers);
        policies = Set.copyOf(policies);
        publications = Set.copyOf(publications);
        uses = List.copyOf(uses);
    }

    PostgresStorage at(String space) {
        return stored(space, accessMethod, logged, rowSecurity, replicaIdentity);
    }

    PostgresStorage by(String method) {
        return stored(tablespace, method, logged, rowSecurity, replicaIdentity);
    }

    PostgresStorage logged(boolean written) {
        return stored(tablespace, accessMethod, written, rowSecurity, replicaIdentity);
    }

    PostgresStorage rowSecurity(boolean on) {
        return stored(tablespace, accessMethod, logged, on, replicaIdentity);
    }

    PostgresStorage replicaIdentity(String identity) {
        return stored(tablespace, accessMethod, logged, rowSecurity, identity);
    }

    /** As it is when the server must vacuum it against wraparound. */
    public PostgresStorage old() {
        return new PostgresStorage(
                tablespace,
                accessMethod,
                logged,
                rowSecurity,
                replicaIdentity,
                triggers,
                policies,
                publications,
                ofType,
                uses,
                true);
    }

    PostgresStorage of(String type) {
        return new PostgresStorage(
                tablespace,
                accessMethod,
                logged,
                rowSecurity,
                replicaIdentity,
                triggers,
                policies,
                publications,
                type,
                uses,
                freezing);
    }

    PostgresStorage trigger(String name, boolean there) {
        return hung(changed(triggers, name, there), policies, publications, there ? uses : without("trigger", name));
    }

    PostgresStorage policy(String name, boolean there) {
        return hung(triggers, changed(policies, name, there), publications, there ? uses : without("policy", name));
    }

    PostgresStorage publication(String name, boolean there) {
        List<ColumnUse> others = without("publication", name);
        return hung(triggers, policies, changed(publications, name, there), there ? uses : others);
    }

    /** In place of an earlier use by the same thing. */
    PostgresStorage using(ColumnUse use) {
        List<ColumnUse> all = new ArrayList<>(without(use.kind(), use.name()));
        all.add(use);
        return hung(triggers, policies, publications, all);
    }

    PostgresStorage notUsing(String kind, String name) {
        return hung(triggers, policies, publications, without(kind, name));
    }

    /** Its columns have other names; what uses them follows. */
    PostgresStorage renamed(UnaryOperator<List<String>> columns) {
        List<ColumnUse> all = uses.stream()
                .map(use ->
                        new ColumnUse(use.kind(), use.name(), Set.copyOf(columns.apply(List.copyOf(use.columns())))))
                .toList();
        return hung(triggers, policies, publications, all);
    }

    private List<ColumnUse> without(String kind, String name) {
        return uses.stream()
                .filter(use -> !use.kind().equals(kind) || !use.name().equals(name))
                .toList();
    }

    private PostgresStorage stored(String space, String method, boolean written, boolean rls, String identity) {
        return new PostgresStorage(
                space, method, written, rls, identity, triggers, policies, publications, ofType, uses, freezing);
    }

    private PostgresStorage hung(Set<String> ts, Set<String> ps, Set<String> published, List<ColumnUse> used) {
        return new PostgresStorage(
                tablespace,
                accessMethod,
                logged,
                rowSecurity,
                replicaIdentity,
                ts,
                ps,
                published,
                ofType,
                used,
                freezing);
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
