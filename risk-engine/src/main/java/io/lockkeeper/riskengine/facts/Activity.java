package io.lockkeeper.riskengine.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What other sessions of a MySQL or MariaDB server do.
 *
 * @param visible false without the PROCESS privilege
 */
record Activity(double oldestTransactionSeconds, boolean visible, int replicas) {
    private static final int PROCESS_DENIED = 1227;

    /** The start is told in the server's own time zone, whatever the session's is. */
    private static final String OLDEST = """
            SELECT coalesce(max(timestampdiff(MICROSECOND, trx_started,
                       convert_tz(now(6), @@session.time_zone, 'SYSTEM'))) / 1000000, 0)
            FROM information_schema.innodb_trx WHERE trx_mysql_thread_id <> connection_id()
            """;

    private static final String REPLICAS =
            "SELECT count(*) FROM information_schema.processlist WHERE command LIKE 'Binlog Dump%'";

    static Activity read(Statement statement) throws SQLException {
        double oldest;
        try (ResultSet row = statement.executeQuery(OLDEST)) {
            row.next();
            oldest = Math.max(0, row.getDouble(1));
        } catch (SQLException e) {
            if (e.getErrorCode() == PROCESS_DENIED) {
                return new Activity(0, false, 0);
            }
            throw e;
        }
        try (ResultSet row = statement.executeQuery(REPLICAS)) {
            row.next();
            return new Activity(oldest, true, row.getInt(1));
        }
    }
}
