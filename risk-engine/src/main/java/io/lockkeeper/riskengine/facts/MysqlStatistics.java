package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MySQL and MariaDB tell about the use of tables, as far as the account may see it. */
final class MysqlStatistics {
    static final Traffic UNKNOWN = new Traffic(-1, -1);
    private static final int TABLE_DENIED = 1142;
    private static final int INTERRUPTED = 3024;
    private static final int TOO_LONG = 1969;
    private static final Pattern ENCODED = Pattern.compile("@([0-9a-f]{4})");

    private MysqlStatistics() {}

    /** Rows per second since the server started. */
    record Traffic(double reads, double writes) {}

    /** Of all tables that were used; empty when the server does not count, or the account may not know. */
    static Map<ObjectName, Traffic> traffic(Catalog catalog) throws SQLException {
        Map<ObjectName, Traffic> traffic = new HashMap<>();
        try {
            catalog.each(
                    TRAFFIC, row -> traffic.put(Catalog.name(row, 1), new Traffic(row.getDouble(3), row.getDouble(4))));
        } catch (SQLException e) {
            if (e.getErrorCode() != TABLE_DENIED) {
                throw e;
            }
        }
        return traffic;
    }

    /**
     * What InnoDB's own dictionary says of a table.
     *
     * @param columns stored ones, hidden ones among them; -1 when it is not told
     * @param documentId has a column FTS_DOC_ID, hidden or not
     */
    record Dictionary(int rowVersions, int columns, boolean documentId) {
        static final Dictionary UNKNOWN = new Dictionary(-1, -1, false);

        private Dictionary and(Dictionary other) {
            return new Dictionary(
                    Math.max(rowVersions, other.rowVersions),
                    Math.max(columns, other.columns),
                    documentId || other.documentId);
        }
    }

    /** Nothing for an account without PROCESS, or when there are so many tables that it takes too long. */
    static Map<ObjectName, Dictionary> dictionary(Catalog catalog, boolean process) throws SQLException {
        Map<ObjectName, Dictionary> tables = new HashMap<>();
        if (!process) {
            return tables;
        }
        String sql = catalog.mariadb()
                ? MARIADB_DICTIONARY
                : MYSQL_DICTIONARY.formatted(catalog.atLeast(8, 0, 29) ? "total_row_versions" : "-1");
        try {
            catalog.each(
                    sql,
                    row -> tables.merge(
                            name(row),
                            new Dictionary(row.getInt(2), row.getInt(3), row.getBoolean(4)),
                            Dictionary::and));
        } catch (SQLException e) {
            if (e.getErrorCode() != INTERRUPTED && e.getErrorCode() != TOO_LONG) {
                throw e;
            }
            tables.clear();
        }
        return tables;
    }

    /** Of {@code shop/order@002ditems#p#p1}. */
    private static ObjectName name(ResultSet row) throws SQLException {
        String file = row.getString(1);
        int partition = file.toLowerCase(Locale.ROOT).indexOf("#p#");
        String table = partition < 0 ? file : file.substring(0, partition);
        int slash = table.indexOf('/');
        return new ObjectName(decoded(table.substring(0, Math.max(0, slash))), decoded(table.substring(slash + 1)));
    }

    private static String decoded(String file) {
        return ENCODED.matcher(file)
                .replaceAll(hex -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex.group(1), 16))));
    }

    private static final String TRAFFIC = """
            SELECT t.object_schema, t.object_name, t.count_read / u.uptime, t.count_write / u.uptime
            FROM performance_schema.table_io_waits_summary_by_table t,
                 (SELECT greatest(1, variable_value) AS uptime FROM performance_schema.global_status
                  WHERE variable_name = 'Uptime') u
            WHERE t.object_type = 'TABLE' AND EXISTS
                  (SELECT 1 FROM performance_schema.setup_instruments
                   WHERE name = 'wait/io/table/sql/handler' AND enabled = 'YES')
            """;

    /** Besides the columns that people made, InnoDB counts three of its own. */
    private static final String MYSQL_DICTIONARY = """
            SELECT /*+ MAX_EXECUTION_TIME(2000) */ name, %s, n_cols - 3, FALSE
            FROM information_schema.innodb_tables
            """;

    private static final String MARIADB_DICTIONARY = """
            SET STATEMENT max_statement_time = 2 FOR
            SELECT t.name, -1, -1, TRUE
            FROM information_schema.innodb_sys_columns c JOIN information_schema.innodb_sys_tables t USING (table_id)
            WHERE c.name = 'FTS_DOC_ID'
            """;
}
