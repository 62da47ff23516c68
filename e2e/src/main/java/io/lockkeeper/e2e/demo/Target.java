package io.lockkeeper.e2e.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The target database, looked at directly: whether a migration touched it or not. */
public final class Target {

    private final Stand.Database database;

    public Target(Stand.Database database) {
        this.database = database;
    }

    /** Every column and index of the public schema and every constraint, one sorted line each. */
    public List<String> schema() throws SQLException {
        return strings("""
                SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' ||
                       CASE is_nullable WHEN 'NO' THEN 'not null' ELSE 'null' END
                FROM information_schema.columns WHERE table_schema = 'public'
                UNION ALL SELECT 'index ' || indexname FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT 'constraint ' || conrelid::regclass || '.' || conname || CASE WHEN convalidated THEN '' ELSE ' not valid' END
                FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u', 'p')
                ORDER BY 1""");
    }

    public boolean notNull(String table, String column) throws SQLException {
        return schema().stream()
                .anyMatch(
                        line -> line.startsWith("column " + table + "." + column + " ") && line.endsWith(" not null"));
    }

    public boolean hasIndex(String name) throws SQLException {
        return schema().contains("index " + name);
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.open();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
