package io.lockkeeper.testbed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Where a MySQL or MariaDB server answers whose root has no password; one driver speaks to both. */
public record MysqlServer(int port) {

    private static final String SUPERUSER = "root";

    /** The JDBC URL of {@code database}, or of none when it is empty, without user or password. */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:%d/%s?allowPublicKeyRetrieval=true".formatted(port, database);
    }

    /** A connection of root, without a database. */
    public Connection connect() throws SQLException {
        return connect("");
    }

    /** A connection of root; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, "");
    }

    /** Runs each statement by itself as root. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not prepare the server on port " + port + ": " + e.getMessage(), e);
        }
    }
}
