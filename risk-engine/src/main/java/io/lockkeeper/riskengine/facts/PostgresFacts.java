package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Reads {@link TargetFacts} from a live PostgreSQL: read-only, bounded, no lock above ACCESS SHARE. */
public final class PostgresFacts {
    private PostgresFacts() {}

    /**
     * Reads what is known about the named relations. Runs in a read-only transaction of its own with a statement timeout of
     * 5 s, which is rolled back; the connection must not be inside a transaction and is left in auto-commit as it came.
     *
     * @param names from {@code RiskEngine.names(plan)}
     */
    public static TargetFacts read(Connection connection, Collection<ObjectName> names) throws SQLException {
        throw new SQLException("Not written yet");
    }
}
