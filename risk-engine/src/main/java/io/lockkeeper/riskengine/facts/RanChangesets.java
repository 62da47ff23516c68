package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.plan.ChangesetId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Which Liquibase changesets a target says it already ran. */
public final class RanChangesets {
    private RanChangesets() {}

    /**
     * From {@code databasechangelog} in the search path; empty when there is no such table.
     *
     * @throws SQLException also when the table exists and may not be read: grant SELECT on it to the read-only account
     */
    public static Set<ChangesetId> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(5);
            if (!exists(statement)) {
                return Set.of();
            }
            Set<ChangesetId> ran = new HashSet<>();
            String sql = "SELECT id, author, filename FROM databasechangelog"
                    + " WHERE exectype IN ('EXECUTED', 'RERAN', 'MARK_RAN')";
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    ran.add(new ChangesetId(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
            return ran;
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('databasechangelog') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
