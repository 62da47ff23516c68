package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where each table's rows lie, how much that is, and how many of them were read one after the other. */
record Storage(Map<String, State> tables) {
    private static final String QUERY = """
            SELECT c.oid::bigint, coalesce(pg_relation_filenode(c.oid), 0)::bigint, coalesce(pg_relation_size(c.oid), 0),
                coalesce(s.seq_tup_read, 0)
            FROM pg_class c LEFT JOIN %s s ON s.relid = c.oid WHERE c.relkind IN ('r', 'p', 'm')
            """;

    private record State(long file, long bytes, long rowsRead) {
        /** A new file without rows is a truncation, or an empty table's rewrite that costs nothing. */
        boolean rewritten(State before) {
            return file != before.file && bytes > 0;
        }
    }

    /** As the connection's own open transaction sees it. */
    static Storage ofTransaction(Connection connection, Relations relations) throws SQLException {
        return read(connection, relations, "pg_stat_xact_all_tables");
    }

    /** As every session sees it once the others have {@linkplain #publish published} what they read. */
    static Storage ofDatabase(Connection connection, Relations relations) throws SQLException {
        return read(connection, relations, "pg_stat_all_tables");
    }

    static void publish(Connection connection) throws SQLException {
        CorpusDatabase.run(connection, "SELECT pg_stat_force_next_flush()");
    }

    Truth since(Storage before, TableLocks locks) {
        Set<String> rewrites = new TreeSet<>();
        Set<String> scans = new TreeSet<>();
        tables.forEach((table, now) -> {
            State then = before.state(table);
            if (now.rewritten(then)) {
                rewrites.add(table);
            }
            if (now.rowsRead() > then.rowsRead()) {
                scans.add(table);
            }
        });
        return new Truth(locks.disturbing(), rewrites, scans);
    }

    private State state(String table) {
        State state = tables.get(table);
        if (state == null) {
            throw new IllegalStateException("Nothing is known of " + table + " before the statement");
        }
        return state;
    }

    private static Storage read(Connection connection, Relations relations, String view) throws SQLException {
        Map<String, State> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY.formatted(view))) {
            while (row.next()) {
                State state = new State(row.getLong(2), row.getLong(3), row.getLong(4));
                relations.name(row.getLong(1)).ifPresent(name -> tables.put(name, state));
            }
        }
        return new Storage(tables);
    }
}
