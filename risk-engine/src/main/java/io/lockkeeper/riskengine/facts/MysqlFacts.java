package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link TargetFacts} from a live MySQL 8.0 or MariaDB 10.6 or newer: a fixed number of set-based queries over
 * {@code information_schema}, in a read-only transaction, without a lock on any table.
 *
 * <p>SELECT on the tables is enough. Without PROCESS other sessions' transactions and the count of instant changes are not
 * seen, without TRIGGER no triggers, without SELECT on {@code performance_schema} no traffic: all of that is then unknown.
 */
public final class MysqlFacts {
    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*");
    private static final int LOCK_WAIT_SECONDS = 2;
    private static final int STATEMENT_SECONDS = 5;

    private final Catalog catalog;
    private final Map<ObjectName, String> other = new HashMap<>();
    private final Map<ObjectName, ObjectName> canonical = new LinkedHashMap<>();
    private @Nullable String database;

    private MysqlFacts(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Reads what is known about the named relations. Runs in a read-only transaction of its own with a statement timeout of
     * 5 s and a lock timeout of 2 s; the connection must be in auto-commit mode, and its session is left as it was.
     *
     * @param names from {@code RiskEngine.names(plan)}; unqualified ones are of the connection's database
     * @throws SQLException for anything that kept it from reading; no facts are better than half of them
     */
    public static TargetFacts read(Connection connection, Collection<ObjectName> names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String text = first(statement, "SELECT version()");
            Dialect dialect = text.toLowerCase(Locale.ROOT).contains("mariadb") ? Dialect.MARIADB : Dialect.MYSQL;
            Matcher number = VERSION.matcher(text);
            String version = number.find() ? number.group() : text;
            Map<String, String> limits = limits(dialect);
            Map<String, String> before = new LinkedHashMap<>();
            for (String name : limits.keySet()) {
                before.put(name, first(statement, "SELECT @@SESSION." + name));
            }
            MysqlFacts facts = new MysqlFacts(new Catalog(connection, dialect, version));
            try {
                set(statement, limits);
                statement.execute("START TRANSACTION READ ONLY");
                return facts.read(statement, names, before);
            } finally {
                statement.execute("ROLLBACK");
                set(statement, before);
            }
        }
    }

    /** Sizes come from the storage engine itself: MySQL would answer with numbers of up to a day ago. */
    private static Map<String, String> limits(Dialect dialect) {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put("lock_wait_timeout", Integer.toString(LOCK_WAIT_SECONDS));
        if (dialect == Dialect.MARIADB) {
            limits.put("max_statement_time", Integer.toString(STATEMENT_SECONDS));
        } else {
            limits.put("max_execution_time", Integer.toString(STATEMENT_SECONDS * 1000));
            limits.put("information_schema_stats_expiry", "0");
        }
        return limits;
    }

    private static void set(Statement statement, Map<String, String> values) throws SQLException {
        for (Map.Entry<String, String> value : values.entrySet()) {
            statement.execute("SET SESSION " + value.getKey() + " = " + value.getValue());
        }
    }

    private TargetFacts read(Statement statement, Collection<ObjectName> names, Map<String, String> before)
            throws SQLException {
        Map<String, String> settings = settings(statement, before);
        boolean folds = !first(statement, "SELECT @@lower_case_table_names").equals("0");
        database = nullable(statement, "SELECT database()");
        Activity activity = Activity.read(statement);
        resolve(names, folds);
        Set<ObjectName> found = new LinkedHashSet<>(canonical.values());
        Map<ObjectName, TableFacts> tables = new MysqlTables(catalog, activity.visible()).read(found);
        // Where the server ignores the case of names, statements find their table under the name they use.
        canonical.forEach((asked, real) -> {
            TableFacts table = tables.get(real);
            if (table != null && !asked.equals(real)) {
                tables.put(asked, table.named(asked));
            }
        });
        return new TargetFacts(
                catalog.dialect(),
                TargetFacts.Source.LIVE,
                catalog.version(),
                settings,
                database == null ? List.of() : List.of(database),
                tables,
                Map.of(),
                other,
                Set.copyOf(names),
                activity.oldestTransactionSeconds(),
                activity.visible(),
                activity.replicas());
    }

    private Map<String, String> settings(Statement statement, Map<String, String> before) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        List<String> wanted = new ArrayList<>(List.of("sql_mode", "foreign_key_checks"));
        wanted.add(catalog.dialect() == Dialect.MARIADB ? "innodb_instant_alter_column_allowed" : "innodb_strict_mode");
        for (String name : wanted) {
            settings.put(name, first(statement, "SELECT @@" + name));
        }
        settings.put("TimeZone", first(statement, "SELECT @@time_zone"));
        settings.put("lock_wait_timeout", before.getOrDefault("lock_wait_timeout", ""));
        variables(statement, settings);
        return settings;
    }

    /** Those that not every version has, by the name of the newer ones; without a binary log its format is {@code OFF}. */
    private static void variables(Statement statement, Map<String, String> settings) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW VARIABLES WHERE variable_name IN"
                + " ('binlog_format', 'transaction_isolation', 'tx_isolation')")) {
            while (rows.next()) {
                settings.put(rows.getString(1).replace("tx_", "transaction_"), rows.getString(2));
            }
        }
        if (first(statement, "SELECT @@log_bin").equals("0")) {
            settings.put("binlog_format", "OFF");
        }
    }

    private void resolve(Collection<ObjectName> names, boolean folds) throws SQLException {
        Map<ObjectName, ObjectName> wanted = new LinkedHashMap<>();
        for (ObjectName name : names) {
            String schema = name.schema() == null ? database : name.schema();
            if (schema != null) {
                ObjectName asked = new ObjectName(schema, name.name());
                wanted.put(asked, folds ? folded(asked) : asked);
            }
        }
        Map<ObjectName, ObjectName> real = new HashMap<>();
        Map<ObjectName, String> kinds = new HashMap<>();
        catalog.each(
                "SELECT table_schema, table_name, table_type FROM information_schema.tables"
                        + " WHERE (table_schema, table_name) IN :tables",
                new LinkedHashSet<>(wanted.values()),
                row -> {
                    ObjectName name = Catalog.name(row, 1);
                    real.put(folds ? folded(name) : name, name);
                    kinds.put(name, row.getString(3));
                });
        wanted.forEach((asked, key) -> {
            ObjectName name = real.get(key);
            if (name != null) {
                found(asked, name, kinds.getOrDefault(name, ""));
            }
        });
    }

    private void found(ObjectName asked, ObjectName name, String kind) {
        switch (kind) {
            case "BASE TABLE", "SYSTEM VERSIONED" -> canonical.put(asked, name);
            case "VIEW", "SYSTEM VIEW" -> other.put(asked, "view");
            case "SEQUENCE" -> other.put(asked, "sequence");
            default -> other.put(asked, "type");
        }
    }

    private static ObjectName folded(ObjectName name) {
        String schema = name.schema();
        return new ObjectName(
                schema == null ? null : schema.toLowerCase(Locale.ROOT),
                name.name().toLowerCase(Locale.ROOT));
    }

    private static String first(Statement statement, String sql) throws SQLException {
        String value = nullable(statement, sql);
        return value == null ? "" : value;
    }

    private static @Nullable String nullable(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
