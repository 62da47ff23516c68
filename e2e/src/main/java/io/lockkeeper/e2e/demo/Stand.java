package io.lockkeeper.e2e.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where the running stack is and who may do what: all that a story or a scenario needs.
 *
 * @param kafka host and port of the broker
 * @param ci token that may submit on behalf of people
 * @param reader token that may read
 * @param operator token that may set freezes
 * @param target the target database, as its owner
 * @param lockkeeper Lockkeeper's own database as superuser: for the tampering an auditor must notice
 */
public record Stand(
        URI risk,
        URI approval,
        URI executor,
        URI progress,
        URI notifier,
        URI emulator,
        String kafka,
        String ci,
        String reader,
        String operator,
        Database target,
        Database lockkeeper) {

    /** A database and an account. */
    public record Database(String jdbcUrl, String user, String password) {

        public Connection open() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }
}
