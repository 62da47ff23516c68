package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.report.Lock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the server itself says that the present transaction did so far, per table that was there before it.
 *
 * @param locks strongest table lock held
 * @param files storage file, which a rewrite replaces
 * @param read rows read by sequential scans
 */
record Observation(Map<String, Lock> locks, Map<String, Long> files, Map<String, Long> read) {

    /** @param names oid → qualified name from before the transaction: a dropped table has no name any more */
    static Observation of(Connection connection, Map<Long, String> names) throws SQLException {
        Map<String, Lock> locks = new TreeMap<>();
        Map<String, Long> files = new TreeMap<>();
        Map<String, Long> read = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "SELECT relation::bigint, mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'")) {
                while (row.next()) {
                    String name = names.get(row.getLong(1));
                    if (name != null) {
                        locks.merge(name, lock(row.getString(2)), (a, b) -> a.compareTo(b) >= 0 ? a : b);
                    }
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT c.oid::bigint, pg_relation_filenode(c.oid),"
                    + " s.seq_tup_read FROM pg_class c LEFT JOIN pg_stat_xact_all_tables s ON s.relid = c.oid")) {
                while (row.next()) {
                    String name = names.get(row.getLong(1));
                    if (name != null) {
                        files.put(name, row.getLong(2));
                        read.put(name, row.getLong(3));
                    }
                }
            }
        }
        return new Observation(locks, files, read);
    }

    static Map<Long, String> names(Connection connection) throws SQLException {
        Map<Long, String> names = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT c.oid::bigint, n.nspname || '.' || c.relname"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm')")) {
            while (row.next()) {
                names.put(row.getLong(1), row.getString(2));
            }
        }
        return names;
    }

    boolean rewrote(String table, Observation before) {
        Long now = files.get(table);
        return now != null && now != 0 && !now.equals(before.files.get(table));
    }

    boolean scanned(String table, Observation before) {
        return read.getOrDefault(table, 0L) > before.read.getOrDefault(table, 0L);
    }

    private static Lock lock(String mode) {
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
