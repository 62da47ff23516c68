package io.lockkeeper.riskengine.corpus;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of tables and materialized views by oid, taken before a statement: what is dropped has no name any more.
 *
 * @param tables the names that LOCK TABLE accepts, which are all but the materialized views
 */
record Relations(Map<Long, String> names, Set<String> tables) {
    private static final String QUERY = """
            SELECT c.oid::bigint, n.nspname || '.' || c.relname, c.relkind <> 'm' FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^(pg_|information_schema)'
            """;

    static Relations of(Connection connection) throws SQLException {
        Map<Long, String> names = new TreeMap<>();
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                names.put(row.getLong(1), row.getString(2));
                if (row.getBoolean(3)) {
                    tables.add(row.getString(2));
                }
            }
        }
        return new Relations(names, tables);
    }

    /** Only what LOCK TABLE accepts. */
    Relations lockable() {
        Map<Long, String> lockable = new TreeMap<>(names);
        lockable.values().retainAll(tables);
        return new Relations(lockable, tables);
    }

    Optional<String> name(long oid) {
        return Optional.ofNullable(names.get(oid));
    }
}
