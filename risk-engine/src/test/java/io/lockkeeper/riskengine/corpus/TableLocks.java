package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The strongest lock per table that a session was seen to hold or to wait for. */
final class TableLocks {
    private static final String QUERY = """
            SELECT relation::bigint, mode FROM pg_locks
            WHERE pid = ? AND locktype = 'relation' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    private final Map<String, TableLock> strongest = new TreeMap<>();

    static TableLocks held(Connection connection, Relations relations) throws SQLException {
        TableLocks locks = new TableLocks();
        locks.look(connection, pid(connection), relations);
        return locks;
    }

    static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Adds what session {@code pid} holds or asks for just now. */
    void look(Connection connection, int pid, Relations relations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setInt(1, pid);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    TableLock lock = TableLock.ofMode(row.getString(2));
                    relations
                            .name(row.getLong(1))
                            .ifPresent(table -> strongest.merge(table, lock, TableLock::stronger));
                }
            }
        }
    }

    /** The locks, by their words, that disturb more than a writer does. */
    Map<String, String> disturbing() {
        Map<String, String> words = new TreeMap<>();
        strongest.forEach((table, lock) -> {
            if (lock.compareTo(TableLock.ROW_EXCLUSIVE) > 0) {
                words.put(table, lock.words());
            }
        });
        return words;
    }
}
