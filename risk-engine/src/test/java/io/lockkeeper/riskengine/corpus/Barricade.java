package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Makes the locks visible that a statement takes in transactions of its own. Another session holds each table, first in
 * the weakest lock that holds up every disturbing one, then in one that holds up only the strongest, and gives way each
 * time the statement is seen to wait. Materialized views cannot be held that way, and nothing is said about them.
 */
final class Barricade implements AutoCloseable {
    private final Relations relations;
    private final Connection witness;
    private final List<Holder> holders = new ArrayList<>();

    Barricade(CorpusDatabase database, String name, Relations relations) throws SQLException {
        this.relations = relations.lockable();
        this.witness = database.connect(name);
        for (String table : relations.tables()) {
            holders.add(new Holder(database.connect(name), table));
        }
    }

    /** Runs the statement to its end. */
    TableLocks watch(Connection connection, String sql) throws SQLException {
        int pid = TableLocks.pid(connection);
        TableLocks locks = new TableLocks();
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> run(connection, sql));
        while (!running.isDone()) {
            Set<Integer> blockers = blockers(pid);
            locks.look(witness, pid, relations);
            for (Holder holder : holders) {
                if (blockers.contains(holder.pid())) {
                    holder.giveWay();
                }
            }
        }
        try {
            running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException refusal) {
                throw refusal;
            }
            throw e;
        }
        return locks;
    }

    private Set<Integer> blockers(int pid) throws SQLException {
        Set<Integer> pids = new HashSet<>();
        try (Statement statement = witness.createStatement();
                ResultSet row = statement.executeQuery("SELECT unnest(pg_blocking_pids(" + pid + "))")) {
            while (row.next()) {
                pids.add(row.getInt(1));
            }
        }
        return pids;
    }

    private static void run(Connection connection, String sql) {
        try {
            CorpusDatabase.run(connection, sql);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Holder holder : holders) {
            holder.close();
        }
        witness.close();
    }
}
