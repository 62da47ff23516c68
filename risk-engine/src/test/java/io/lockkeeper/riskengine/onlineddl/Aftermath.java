package io.lockkeeper.riskengine.onlineddl;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a statement left behind that its outcome does not tell. */
final class Aftermath {

    private Aftermath() {}

    static List<String> notes(Connection connection, ServerVersion server, String sql) throws SQLException {
        List<String> notes = new ArrayList<>();
        if (sql.contains("REFERENCES")) {
            notes.add("foreign keys: "
                    + number(
                            connection,
                            "SELECT count(*) FROM information_schema.referential_constraints WHERE constraint_schema = '"
                                    + Scratch.DATABASE + "'"));
        }
        if (sql.contains("ADD COLUMN x ") && sql.contains(" DEFAULT (")) {
            notes.add("distinct values in " + number(connection, "SELECT count(*) FROM t") + " rows: "
                    + number(connection, "SELECT count(DISTINCT x) FROM t"));
        }
        if (!server.isMariadb()) {
            long versions = number(
                    connection,
                    "SELECT coalesce(max(total_row_versions), 0) FROM information_schema.innodb_tables WHERE name = '"
                            + Scratch.DATABASE + "/t'");
            if (versions > 0) {
                notes.add("row versions: " + versions);
            }
        }
        return notes;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
