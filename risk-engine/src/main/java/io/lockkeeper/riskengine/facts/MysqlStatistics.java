package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MySQL and MariaDB tell about the use of tables, as far as the account may see it. */
final class MysqlStatistics {
    static final Traffic UNKNOWN = new Traffic(-1, -1);
    private static final int TABLE_DENIED = 1142;
    private static final int INTERRUPTED = 3024;
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
     * How often columns were added or dropped instantly, of InnoDB tables where that is not 0; nothing where it is not told:
     * by MariaDB, before 8.0.29, to an account without PROCESS, or when there are so many tables that it takes too long.
     */
    static Optional<Map<ObjectName, Integer>> rowVersions(Catalog catalog, boolean process) throws SQLException {
        if (catalog.mariadb() || !process || !catalog.atLeast(8, 0, 29)) {
            return Optional.empty();
        }
        Map<ObjectName, Integer> versions = new HashMap<>();
        try {
            catalog.each(ROW_VERSIONS, row -> versions.merge(name(row), row.getInt(2), Math::max));
        } catch (SQLException e) {
            if (e.getErrorCode() != INTERRUPTED) {
                throw e;
            }
            return Optional.empty();
        }
        return Optional.of(versions);
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

    private static final String ROW_VERSIONS = """
            SELECT /*+ MAX_EXECUTION_TIME(2000) */ name, total_row_versions
            FROM information_schema.innodb_tables WHERE total_row_versions > 0
            """;
}
