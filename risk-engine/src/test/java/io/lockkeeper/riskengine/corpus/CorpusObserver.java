package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Runs a statement on the corpus' tables and says what the server did: in a transaction that is rolled back or, if the
 * server refuses it there, by itself on a copy of the database.
 */
final class CorpusObserver {
    private static final String ONLY_OUTSIDE_A_TRANSACTION = "25001";

    private final CorpusDatabase database;

    CorpusObserver(CorpusDatabase database) {
        this.database = database;
    }

    /** @throws SQLException if the server refuses the statement */
    Truth observe(String sql) throws SQLException {
        try {
            return inTransaction(sql);
        } catch (SQLException e) {
            if (!ONLY_OUTSIDE_A_TRANSACTION.equals(e.getSQLState())) {
                throw e;
            }
            return outside(sql);
        }
    }

    private Truth inTransaction(String sql) throws SQLException {
        try (Connection connection = database.connect(CorpusDatabase.SHOP)) {
            connection.setAutoCommit(false);
            try {
                Relations relations = Relations.of(connection);
                Storage before = Storage.ofTransaction(connection, relations);
                CorpusDatabase.run(connection, sql);
                Storage after = Storage.ofTransaction(connection, relations);
                return after.since(before, TableLocks.held(connection, relations));
            } finally {
                connection.rollback();
            }
        }
    }

    private Truth outside(String sql) throws SQLException {
        String copy = database.copy();
        try (Connection witness = database.connect(copy)) {
            Relations relations = Relations.of(witness);
            Storage before = Storage.ofDatabase(witness, relations);
            TableLocks locks;
            try (Barricade barricade = new Barricade(database, copy, relations);
                    Connection connection = database.connect(copy)) {
                locks = barricade.watch(connection, sql);
                Storage.publish(connection);
            }
            return Storage.ofDatabase(witness, relations).since(before, locks);
        } finally {
            database.drop(copy);
        }
    }
}
