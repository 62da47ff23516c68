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
    private static final int LEGS = 250;

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
     * Rows for all tables, sorted by the leg's first three columns. MariaDB opens one table instead of all only where schema
     * and name are compared for equality, hence one leg per table.
     *
     * @param leg a SELECT of at least three columns with a parameter for the schema and one for the table's name
     */
    void each(String leg, Collection<ObjectName> tables, Reading reading) throws SQLException {
        List<ObjectName> all = new ArrayList<>(tables);
        for (int from = 0; from < all.size(); from += LEGS) {
            List<ObjectName> some = all.subList(from, Math.min(all.size(), from + LEGS));
            String sql =
                    String.join(" UNION ALL ", Collections.nCopies(some.size(), "(" + leg + ")")) + " ORDER BY 1, 2, 3";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                int parameter = 0;
                for (ObjectName table : some) {
                    query.setString(++parameter, table.schema());
                    query.setString(++parameter, table.name());
                }
                rows(query.executeQuery(), reading);
            }
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
