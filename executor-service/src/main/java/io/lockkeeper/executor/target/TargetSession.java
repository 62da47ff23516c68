package io.lockkeeper.executor.target;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * The connection that a run works on. For as long as it lives it holds an advisory lock on the database, so that a statement
 * which an executor left behind when it died keeps the next run out until the server has ended it.
 *
 * <p>Used by one thread at a time.
 */
public final class TargetSession implements AutoCloseable {

    /** "lockkeep" in ASCII: one lock per database, far from what applications choose. */
    private static final long ADVISORY_LOCK = 0x6C6F636B6B656570L;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Target target;
    private final String applicationName;
    private final Connection connection;
    private final int backend;

    private TargetSession(Target target, String applicationName, Connection connection, int backend) {
        this.target = target;
        this.applicationName = applicationName;
        this.connection = connection;
        this.backend = backend;
    }

    /** Another Lockkeeper session holds the database. */
    public static final class Busy extends Exception {
        private static final long serialVersionUID = 1L;

        Busy(String message) {
            super(message);
        }
    }

    /**
     * Connects and takes the database's lock.
     *
     * @param runId shown in {@code pg_stat_activity} as {@code lockkeeper/<run id>}
     * @throws Busy when the database's advisory lock did not come free within {@code wait}
     */
    public static TargetSession open(Target target, String runId, Duration wait) throws SQLException, Busy {
        String applicationName = "lockkeeper/" + runId;
        Connection connection = connect(target, applicationName);
        try {
            lock(connection, wait);
            return new TargetSession(target, applicationName, connection, backend(connection));
        } catch (SQLException | Busy | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Any other connection to the same target, for looking on; it takes no lock. */
    public static Connection connect(Target target, String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", target.username());
        if (target.password() != null) {
            properties.setProperty("password", target.password());
        }
        properties.setProperty("ApplicationName", applicationName);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "15");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(target.jdbcUrl(), properties);
    }

    public Connection connection() {
        return connection;
    }

    public Target target() {
        return target;
    }

    /** A second connection of the same run. */
    public Connection second(String suffix) throws SQLException {
        return connect(target, applicationName + "/" + suffix);
    }

    /** Process id of the server process that serves {@link #connection}. */
    public int backend() {
        return backend;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The server ends the session, and with it the lock, by itself; there is nothing left to do here.
        }
    }

    private static void lock(Connection connection, Duration wait) throws SQLException, Busy {
        long deadline = System.nanoTime() + wait.toNanos();
        while (!tryLock(connection)) {
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                throw new Busy("another Lockkeeper session works on this database");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            lock.setLong(1, ADVISORY_LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
