package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.plan.ChangesetId;
import java.sql.Connection;
import java.sql.SQLException;
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
        throw new SQLException("Not written yet");
    }
}
