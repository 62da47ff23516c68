package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.SQLException;

/** A session that holds one table of a {@link Barricade}. */
final class Holder implements AutoCloseable {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;
    private final String table;
    private final int pid;
    private boolean gaveWay;

    Holder(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.pid = TableLocks.pid(connection);
        connection.setAutoCommit(false);
        lock("SHARE UPDATE EXCLUSIVE");
    }

    int pid() {
        return pid;
    }

    /** The first time a weaker lock follows, in case the statement asks for a stronger one later. */
    void giveWay() throws SQLException {
        connection.rollback();
        if (!gaveWay) {
            gaveWay = true;
            holdWeakly();
        }
    }

    private void holdWeakly() throws SQLException {
        try {
            lock("ROW SHARE");
        } catch (SQLException e) {
            connection.rollback();
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private void lock(String mode) throws SQLException {
        CorpusDatabase.run(connection, "LOCK TABLE ONLY " + table + " IN " + mode + " MODE NOWAIT");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
