package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.report.Lock;
import io.lockkeeper.riskengine.report.StatementReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * One statement outside any transaction, slowed down so that its locks can be seen: on each table it may touch, one session
 * holds a lock that every schema change waits for and another one that only the strongest waits for. Whenever the statement
 * waits, what it waits for is written down and the session in its way lets go.
 */
final class Watched implements AutoCloseable {
    private static final long POLL_MILLIS = 4;
    private static final int MOST_POLLS = 5_000;

    private final List<Connection> connections = new ArrayList<>();
    private final Callable<Connection> connect;
    private final Map<Integer, Connection> blockers = new HashMap<>();
    private final Map<Long, Deque<Connection>> onTable = new HashMap<>();
    private final Map<String, Lock> locks = new TreeMap<>();
    private final Observation before;
    private final Observation after;
    private String refusal = "";

    Watched(Callable<Connection> connect, StatementReport statement) throws SQLException {
        this.connect = connect;
        Connection watcher = open();
        Map<Long, String> names = Observation.names(watcher);
        before = Observation.of(watcher, names);
        for (Map.Entry<Long, String> table : names.entrySet()) {
            if (statement.effects().stream().anyMatch(e -> e.table().equals(table.getValue()))) {
                onTable.put(
                        table.getKey(),
                        new ArrayDeque<>(List.of(
                                blocker(table.getValue(), "SHARE UPDATE EXCLUSIVE"),
                                blocker(table.getValue(), "ACCESS SHARE"))));
            }
        }
        Connection runner = open();
        int pid = pid(runner);
        CompletableFuture<String> run = CompletableFuture.supplyAsync(() -> run(runner, statement.sql()));
        watch(watcher, pid, names, run);
        refusal = run.join();
        after = Observation.of(watcher, names);
    }

    /** Strongest lock asked for, by table. */
    Map<String, Lock> locks() {
        return locks;
    }

    Observation before() {
        return before;
    }

    Observation after() {
        return after;
    }

    /** The server's error; empty when the statement ran. */
    String refusal() {
        return refusal;
    }

    private void watch(Connection watcher, int pid, Map<Long, String> names, CompletableFuture<String> run)
            throws SQLException {
        try (PreparedStatement query = watcher.prepareStatement(
                "SELECT CASE l.locktype WHEN 'relation' THEN l.relation::bigint END, l.mode, l.granted,"
                        + " (SELECT h.pid FROM pg_locks h WHERE h.granted AND h.pid <> l.pid AND h.virtualxid = l.virtualxid"
                        + " LIMIT 1) FROM pg_locks l WHERE l.pid = ? ORDER BY l.granted DESC")) {
            query.setInt(1, pid);
            for (int poll = 0; !run.isDone(); poll++) {
                if (poll > MOST_POLLS) {
                    throw new IllegalStateException("The statement does not end");
                }
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        seen(row, names);
                    }
                }
                pause();
            }
        }
    }

    private void seen(ResultSet row, Map<Long, String> names) throws SQLException {
        long relation = row.getLong(1);
        String table = names.get(relation);
        if (table != null) {
            locks.merge(table, Observation.lock(row.getString(2)), Observation::stronger);
        }
        if (row.getBoolean(3)) {
            return;
        }
        int holder = row.getInt(4);
        Connection inTheWay = blockers.get(holder);
        Deque<Connection> waiting = onTable.get(relation);
        if (inTheWay != null) {
            inTheWay.rollback();
        } else if (waiting != null && !waiting.isEmpty()) {
            waiting.pop().rollback();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Connection blocker(String table, String mode) throws SQLException {
        Connection blocker = open();
        blockers.put(pid(blocker), blocker);
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute("LOCK TABLE ONLY " + table + " IN " + mode + " MODE");
        }
        return blocker;
    }

    private Connection open() throws SQLException {
        try {
            Connection connection = connect.call();
            connections.add(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET statement_timeout = '20s'");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
