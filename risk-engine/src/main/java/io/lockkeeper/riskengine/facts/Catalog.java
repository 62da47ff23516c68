package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** The {@code information_schema} of one MySQL or MariaDB server, asked for many tables at once. */
record Catalog(Connection connection, Dialect dialect, String version) {
    /** Enough for any migration in one query, and far from the server's limits. */
    private static final int TABLES = 1000;

    /** What is done with each row. */
    interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    boolean mariadb() {
        return dialect == Dialect.MARIADB;
    }

    boolean atLeast(int major, int minor, int patch) {
        return ServerVersion.of(version).atLeast(major, minor, patch);
    }

    static ObjectName name(ResultSet row, int schemaColumn) throws SQLException {
        return new ObjectName(row.getString(schemaColumn), row.getString(schemaColumn + 1));
    }

    /**
     * Rows for all tables. A condition on nothing but schema and name lets MariaDB see which tables it need not open.
     *
     * @param sql with {@code :tables} for the list of pairs of schema and name
     */
    void each(String sql, Collection<ObjectName> tables, Reading reading) throws SQLException {
        List<ObjectName> all = new ArrayList<>(tables);
        for (int from = 0; from < all.size(); from += TABLES) {
            List<ObjectName> some = all.subList(from, Math.min(all.size(), from + TABLES));
            String pairs = String.join(", ", Collections.nCopies(some.size(), "(?, ?)"));
            try (PreparedStatement query = connection.prepareStatement(sql.replace(":tables", "(" + pairs + ")"))) {
                int parameter = 0;
                for (ObjectName table : some) {
                    query.setString(++parameter, table.schema());
                    query.setString(++parameter, table.name());
                }
                rows(query.executeQuery(), reading);
            }
        }
    }

    /** @param value of the only parameter */
    void each(String sql, String value, Reading reading) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            rows(query.executeQuery(), reading);
        }
    }

    void each(String sql, Reading reading) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            rows(statement.executeQuery(sql), reading);
        }
    }

    private static void rows(ResultSet rows, Reading reading) throws SQLException {
        try (rows) {
            while (rows.next()) {
                reading.row(rows);
            }
        }
    }
}
