package io.lockkeeper.testbed;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where a PostgreSQL server answers, and the verbs that prepare it, all as the superuser. Every "create" leaves what is
 * there already as it is, but sets a role's password anew.
 *
 * @param password the superuser's; ignored by a server that trusts everybody on the loopback interface
 */
public record PostgresServer(int port, String password) {

    /** The superuser's name. */
    public static final String SUPERUSER = "postgres";

    private static final String HOST = "127.0.0.1";

    /** The JDBC URL of {@code database}, without user or password. */
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, database);
    }

    /** The JDBC URL of {@code database} whose unqualified names mean {@code schema}. */
    public String url(String database, String schema) {
        return url(database) + "?currentSchema=" + schema;
    }

    /** A connection of the superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password);
    }

    /** Runs each statement by itself, outside a transaction, as the superuser. */
    public void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not prepare database " + database + ": " + e.getMessage(), e);
        }
    }

    /** Creates a role that may log in with {@code password}. */
    public void createRole(String role, String password) {
        if (!exists("select 1 from pg_roles where rolname = ?", role)) {
            execute(SUPERUSER, "create role " + identifier(role) + " login");
        }
        execute(SUPERUSER, "alter role " + identifier(role) + " password " + literal(password));
    }

    /** Creates a database that {@code owner} owns and only those whom it admits may connect to. */
    public void createDatabase(String database, String owner) {
        if (!databaseExists(database)) {
            execute(
                    SUPERUSER,
                    "create database " + identifier(database) + " owner " + identifier(owner),
                    "revoke all on database " + identifier(database) + " from public");
        }
    }

    /** Creates a schema that {@code owner} owns and nobody else may use, and lets the owner connect. */
    public void createSchema(String database, String schema, String owner) {
        execute(
                database,
                "create schema if not exists " + identifier(schema) + " authorization " + identifier(owner),
                "grant connect, temporary on database " + identifier(database) + " to " + identifier(owner));
    }

    /** Ends all sessions of {@code database} and drops it if it is there. */
    public void dropDatabase(String database) {
        execute(SUPERUSER, "drop database if exists " + identifier(database) + " with (force)");
    }

    public boolean databaseExists(String database) {
        return exists("select 1 from pg_database where datname = ?", database);
    }

    private boolean exists(String query, String name) {
        try (Connection connection = connect(SUPERUSER);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not look for " + name + ": " + e.getMessage(), e);
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
