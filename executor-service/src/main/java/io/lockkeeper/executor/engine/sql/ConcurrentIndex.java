package io.lockkeeper.executor.engine.sql;

import io.lockkeeper.riskengine.sql.SqlMask;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code CREATE INDEX CONCURRENTLY} that fails leaves an invalid index, which costs every write and serves no read.
 *
 * <p>It is dropped only when it is provably of this statement: named by it, on its table, absent before, invalid now, and nobody
 * is building it. Otherwise it is named, for a person to decide.
 */
public final class ConcurrentIndex {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\d_$]*)";
    private static final Pattern CREATE = Pattern.compile("(?i)^CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+"
            + "(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:(?!ON\\s)(" + NAME + ")\\s+)?ON\\s+(?:ONLY\\s+)?(" + NAME
            + "(?:\\s*\\.\\s*" + NAME + ")?)");
    private static final Pattern CONCURRENTLY = Pattern.compile("(?i)\\bCONCURRENTLY\\b");

    private static final String INDEXES_OF = "SELECT indexrelid FROM pg_index WHERE indrelid = to_regclass(?)";
    private static final String INVALID_NOW = """
            SELECT i.indexrelid, c.relname, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indrelid = to_regclass(?) AND NOT i.indisvalid
              AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)""";

    private final String table;
    private final Optional<String> name;
    private final Set<Long> before;

    private ConcurrentIndex(String table, Optional<String> name, Set<Long> before) {
        this.table = table;
        this.name = name;
        this.before = before;
    }

    /** Whether the statement says CONCURRENTLY outside strings and comments. */
    public static boolean isConcurrent(String sql) {
        return CONCURRENTLY.matcher(SqlMask.mask(sql)).find();
    }

    /** Remembers which indexes the table has; empty when {@code sql} builds none concurrently. */
    public static Optional<ConcurrentIndex> before(Connection connection, String sql) throws SQLException {
        Matcher create = CREATE.matcher(SqlMask.mask(sql));
        if (!create.find()) {
            return Optional.empty();
        }
        String table = create.group(2);
        return Optional.of(new ConcurrentIndex(
                table,
                Optional.ofNullable(create.group(1)).map(ConcurrentIndex::folded),
                indexesOf(connection, table)));
    }

    /** What the failed statement left and what was done about it, to be added to a message; empty when nothing is left. */
    public String afterFailure(Connection connection) {
        try (PreparedStatement select = connection.prepareStatement(INVALID_NOW)) {
            select.setString(1, table);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    if (!before.contains(rows.getLong(1))) {
                        return left(connection, rows.getString(2), rows.getString(3));
                    }
                }
            }
            return "";
        } catch (SQLException e) {
            return "; whether it left an invalid index could not be read";
        }
    }

    private String left(Connection connection, String found, String qualified) {
        boolean ours = name.isPresent() && name.get().equals(found);
        return ours && drop(connection, qualified)
                ? "; the invalid index " + qualified + " that it left was dropped"
                : "; it left the invalid index " + qualified + ", to be dropped with DROP INDEX CONCURRENTLY";
    }

    private static boolean drop(Connection connection, String qualified) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // It waits for older transactions, and nobody shall wait for that without end.
            statement.execute("SET statement_timeout = '60s'");
            statement.execute("DROP INDEX CONCURRENTLY " + qualified);
            statement.execute("RESET statement_timeout");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static Set<Long> indexesOf(Connection connection, String table) throws SQLException {
        Set<Long> oids = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(INDEXES_OF)) {
            select.setString(1, table);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    oids.add(rows.getLong(1));
                }
            }
        }
        return oids;
    }

    /** As the server stores the name. */
    private static String folded(String name) {
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }
}
