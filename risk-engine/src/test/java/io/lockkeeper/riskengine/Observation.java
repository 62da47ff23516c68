package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.report.Lock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the server itself says that the present transaction did so far, per relation that was there before it.
 *
 * @param locks strongest table lock held
 * @param files storage file, which a rewrite replaces
 * @param read rows read by sequential scans
 * @param indexed index → its table
 * @param closed indexes that nobody else can open
 * @param below partition → the partitioned tables it is under: what happens to its rows happens to theirs
 */
record Observation(
        Map<String, Lock> locks,
        Map<String, Long> files,
        Map<String, Long> read,
        Map<String, List<String>> below,
        Map<Long, String> indexed,
        Set<Long> closed) {

    /** @param names oid → qualified name from before the transaction: a dropped table has no name any more */
    static Observation of(Connection connection, Map<Long, String> names) throws SQLException {
        Map<String, Lock> locks = new TreeMap<>();
        Map<String, Long> files = new TreeMap<>();
        Map<String, Long> read = new TreeMap<>();
        Map<String, List<String>> below = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT relation::bigint, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'")) {
                while (row.next()) {
                    String name = names.get(row.getLong(1));
                    if (name != null) {
                        locks.merge(name, lock(row.getString(2)), Observation::stronger);
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT c.oid::bigint, pg_relation_filenode(c.oid),"
                    + " s.seq_tup_read, c.relkind::text FROM pg_class c LEFT JOIN pg_stat_xact_all_tables s ON s.relid = c.oid"
                    + " WHERE c.relkind IN ('r', 'p', 'm', 'S', 'v')")) {
                while (row.next()) {
                    String name = names.get(row.getLong(1));
                    if (name != null) {
                        files.put(name, row.getString(4).equals("S") ? 0L : row.getLong(2));
                        read.put(name, row.getLong(3));
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT inhrelid::bigint, inhparent::bigint FROM pg_inherits"
                    + " JOIN pg_class p ON p.oid = inhparent WHERE p.relkind = 'p'")) {
                while (row.next()) {
                    String child = names.get(row.getLong(1));
                    String parent = names.get(row.getLong(2));
                    if (child != null && parent != null) {
                        below.computeIfAbsent(parent, key -> new ArrayList<>()).add(child);
                    }
                }
            }
        }
        Map<Long, String> indexed = new TreeMap<>();
        Set<Long> closed = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT i.indexrelid::bigint, i.indrelid::bigint, EXISTS (SELECT"
                        + " FROM pg_locks l WHERE l.relation = i.indexrelid AND l.pid = pg_backend_pid()"
                        + " AND l.mode = 'AccessExclusiveLock') FROM pg_index i")) {
            while (row.next()) {
                String name = names.get(row.getLong(2));
                if (name != null) {
                    indexed.put(row.getLong(1), name);
                }
                if (row.getBoolean(3)) {
                    closed.add(row.getLong(1));
                }
            }
        }
        return new Observation(locks, files, read, below, indexed, closed);
    }

    /** Tables with an index that was there and that nobody can open since, and which are not locked as hard themselves. */
    Set<String> barred(Observation before) {
        Set<String> barred = new TreeSet<>();
        closed.stream()
                .filter(index -> !before.closed.contains(index) && before.indexed.containsKey(index))
                .map(before.indexed::get)
                .filter(table -> locks.get(table) != Lock.ACCESS_EXCLUSIVE)
                .forEach(barred::add);
        return barred;
    }

    /** oid → qualified name of every table, view and sequence of people; but a column's own sequence goes with its table. */
    static Map<Long, String> names(Connection connection) throws SQLException {
        Map<Long, String> names = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT c.oid::bigint, n.nspname || '.' || c.relname"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm', 'S', 'v') AND NOT EXISTS (SELECT"
                        + " FROM pg_depend d WHERE d.objid = c.oid AND c.relkind = 'S' AND d.refobjsubid > 0)")) {
            while (row.next()) {
                names.put(row.getLong(1), row.getString(2));
            }
        }
        return names;
    }

    /** Written anew: itself, or what is below it where it has no rows of its own. */
    boolean rewrote(String table, Observation before) {
        Long now = files.get(table);
        return (now != null && now != 0 && !now.equals(before.files.get(table)))
                || before.below.getOrDefault(table, List.of()).stream().anyMatch(child -> rewrote(child, before));
    }

    boolean scanned(String table, Observation before) {
        return read.getOrDefault(table, 0L) > before.read.getOrDefault(table, 0L)
                || before.below.getOrDefault(table, List.of()).stream().anyMatch(child -> scanned(child, before));
    }

    static Lock stronger(Lock a, Lock b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static Lock lock(String mode) {
        String words =
                mode.replace("Lock", "").replaceAll("(?<!^)([A-Z])", " $1").toUpperCase(Locale.ROOT);
        for (Lock lock : Lock.values()) {
            if (lock.words().equals(words)) {
                return lock;
            }
        }
        throw new IllegalStateException("Unknown lock mode " + mode);
    }
}
