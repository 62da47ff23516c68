package io.lockkeeper.executor.progress;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What PostgreSQL says of one of its processes. Reads statistics views only, each look in a few milliseconds; never a query text.
 */
final class ServerView {

    private static final String PROGRESS = """
            SELECT phase, done, total, unit FROM (
              SELECT pid, phase,
                CASE WHEN tuples_total > 0 THEN tuples_done WHEN blocks_total > 0 THEN blocks_done ELSE lockers_done END AS done,
                CASE WHEN tuples_total > 0 THEN tuples_total WHEN blocks_total > 0 THEN blocks_total ELSE lockers_total END AS total,
                CASE WHEN tuples_total > 0 THEN 'tuples' WHEN blocks_total > 0 THEN 'blocks' ELSE 'lockers' END AS unit
              FROM pg_stat_progress_create_index
              UNION ALL SELECT pid, lower(command) || ': ' || phase, heap_blks_scanned, heap_blks_total, 'blocks' FROM pg_stat_progress_cluster
              UNION ALL SELECT pid, 'vacuum: ' || phase, heap_blks_scanned, heap_blks_total, 'blocks' FROM pg_stat_progress_vacuum
              UNION ALL SELECT pid, 'analyze: ' || phase, sample_blks_scanned, sample_blks_total, 'blocks' FROM pg_stat_progress_analyze
              UNION ALL SELECT pid, lower(command), bytes_processed, bytes_total, 'bytes' FROM pg_stat_progress_copy
            ) p WHERE pid = ? LIMIT 1""";

    private static final String ACTIVITY = """
            SELECT a.state, coalesce(a.wait_event_type, ''), coalesce(a.wait_event, ''),
              greatest(0, extract(epoch FROM clock_timestamp() - a.query_start))::bigint,
              (SELECT count(*) FROM pg_stat_activity s WHERE s.wait_event_type = 'Lock' AND a.pid = ANY (pg_blocking_pids(s.pid)))
            FROM pg_stat_activity a WHERE a.pid = ?""";

    private static final String BLOCKERS = """
            SELECT b.pid, regexp_replace(coalesce(a.application_name, ''), '[^[:alnum:] ._/-]', '', 'g'),
              greatest(0, extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.backend_start)))::bigint,
              (SELECT c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE l.pid = ? AND NOT l.granted LIMIT 1)
            FROM unnest(pg_blocking_pids(?)) AS b (pid) LEFT JOIN pg_stat_activity a USING (pid) LIMIT 3""";

    private final Connection connection;
    private final int backend;

    ServerView(Connection connection, int backend) throws SQLException {
        this.connection = connection;
        this.backend = backend;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '2s'");
        }
    }

    /** Whether the server is working, and on what; empty activity when it is between statements. */
    Sample look(int statementIndex, int statements) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ACTIVITY)) {
            select.setInt(1, backend);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return new Sample(statementIndex, statements, "session ended", 0, 0, "seconds", 0, "");
                }
                boolean waits = row.getString(2).equals("Lock");
                String activity = activity(row.getString(1), row.getString(2), row.getString(3));
                long seconds = row.getLong(4);
                int blocked = row.getInt(5);
                return measured(statementIndex, statements, activity, seconds, blocked, waits ? blockers() : "");
            }
        }
    }

    private Sample measured(
            int statementIndex, int statements, String activity, long seconds, int blocked, String waitingFor)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PROGRESS)) {
            select.setInt(1, backend);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Sample(
                                statementIndex,
                                statements,
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4),
                                blocked,
                                waitingFor)
                        : new Sample(statementIndex, statements, activity, seconds, 0, "seconds", blocked, waitingFor);
            }
        }
    }

    private String blockers() throws SQLException {
        StringBuilder text = new StringBuilder();
        try (PreparedStatement select = connection.prepareStatement(BLOCKERS)) {
            select.setInt(1, backend);
            select.setInt(2, backend);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String table = row.getString(4);
                    text.append(
                                    text.isEmpty()
                                            ? "lock" + (table == null ? "" : " on " + table) + " held by pid "
                                            : ", pid ")
                            .append(row.getInt(1));
                    String application = row.getString(2);
                    text.append(" (").append(application.isBlank() ? "" : application + ", ");
                    text.append("transaction open for ").append(row.getLong(3)).append(" s)");
                }
            }
        }
        return text.toString();
    }

    private static String activity(String state, String waitType, String waitEvent) {
        if (!"active".equals(state)) {
            return "between statements";
        }
        return switch (waitType) {
            case "" -> "executing";
            case "Lock" -> "waiting for a lock";
            default -> "executing, " + waitType + ": " + waitEvent;
        };
    }
}
