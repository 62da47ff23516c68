package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link TargetFacts} from a live PostgreSQL 12 or newer: read-only, a fixed number of set-based queries over the
 * catalog, no lock above ACCESS SHARE, and only briefly that.
 *
 * <p>Rates are averages since the statistics began (their last reset, else the server's start), so a bulk load counts as
 * traffic for a while: an error on the side of caution.
 */
public final class PostgresFacts {
    private final Connection connection;
    private final Map<ObjectName, ObjectName> indexes = new HashMap<>();
    private final Map<ObjectName, String> other = new HashMap<>();
    private final Map<ObjectName, Long> oids = new LinkedHashMap<>();
    private final Map<ObjectName, Long> types = new LinkedHashMap<>();
    private final List<Long> views = new ArrayList<>();
    private List<String> searchPath = List.of();

    private PostgresFacts(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads what is known about the named relations. Runs in a read-only transaction of its own with a statement timeout of
     * 5 s and a lock timeout of 2 s, which is rolled back; the connection must be in auto-commit mode and is left in it.
     *
     * @param names from {@code RiskEngine.names(plan)}
     * @throws SQLException for anything that kept it from reading; no facts are better than half of them
     */
    public static TargetFacts read(Connection connection, Collection<ObjectName> names) throws SQLException {
        boolean readOnly = connection.isReadOnly();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            return new PostgresFacts(connection).read(names);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(readOnly);
        }
    }

    private TargetFacts read(Collection<ObjectName> names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = '5s'");
            statement.execute("SET LOCAL lock_timeout = '2s'");
        }
        searchPath = searchPath();
        // Definitions then print with full names, whatever path the account has.
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = pg_catalog");
        }
        resolve(names);
        resolveTypes(names);
        resolveFunctions(names);
        if (!types.isEmpty()) {
            addNeighbours(PostgresQueries.USERS_OF_TYPES, types.values());
        }
        addContents(names);
        addNeighbours(PostgresQueries.PARENTS_AND_DEFAULTS, oids.values());
        addNeighbours(PostgresQueries.FOREIGN_KEYS, List.copyOf(oids.values()));
        Map<ObjectName, TableFacts> tables = new PostgresTables(connection).read(oids);
        Definitions definitions =
                new PostgresDefinitions(connection).read(other, types.values(), oids.values(), views, names);
        return server(tables, names).with(definitions);
    }

    private List<String> searchPath() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schemas(false)")) {
            row.next();
            return strings(row.getArray(1));
        }
    }

    /** Looks every name up; of an unqualified one only the first match in the search path counts. */
    private void resolve(Collection<ObjectName> names) throws SQLException {
        String sql = """
                SELECT a.s IS NULL, a.r, n.nspname, c.relname, c.relkind::text, c.oid, t.oid, tn.nspname, t.relname,
                       c.reltype
                FROM unnest(?::text[], ?::text[]) AS a(s, r)
                JOIN pg_class c ON c.relname = a.r
                JOIN pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_index i ON i.indexrelid = c.oid
                LEFT JOIN pg_class t ON t.oid = i.indrelid
                LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
                WHERE n.nspname = a.s OR a.s IS NULL AND n.nspname = ANY (?)
                ORDER BY a.s, a.r, array_position(?, n.nspname::text), n.nspname
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, text(names.stream().map(ObjectName::schema).toList()));
            query.setArray(2, text(names.stream().map(ObjectName::name).toList()));
            query.setArray(3, text(searchPath));
            query.setArray(4, text(searchPath));
            Map<String, ObjectName> first = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ObjectName name = new ObjectName(row.getString(3), row.getString(4));
                    boolean shadowed = row.getBoolean(1)
                            && !first.computeIfAbsent(row.getString(2), key -> name)
                                    .equals(name);
                    if (!shadowed) {
                        found(name, row);
                    }
                }
            }
        }
    }

    private void found(ObjectName name, ResultSet row) throws SQLException {
        switch (row.getString(5)) {
            case "r", "p", "f", "m" -> oids.put(name, row.getLong(6));
            case "i", "I" -> {
                ObjectName table = new ObjectName(row.getString(8), row.getString(9));
                indexes.put(name, table);
                oids.put(table, row.getLong(7));
            }
            case "v" -> {
                other.put(name, "view");
                views.add(row.getLong(6));
            }
            case "S" -> other.put(name, "sequence");
            default -> {
                other.put(name, "type");
                types.put(name, row.getLong(10));
            }
        }
    }

    private void resolveTypes(Collection<ObjectName> names) throws SQLException {
        String sql = """
                SELECT n.nspname, t.typname,
                       CASE WHEN t.typtype = 'e' THEN 'enum'
                            WHEN t.typtype <> 'd' THEN 'type'
                            WHEN t.typnotnull OR EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = t.oid)
                                 THEN 'constrained-domain'
                            ELSE 'domain' END, t.oid
                FROM unnest(?::text[], ?::text[]) AS a(s, r)
                JOIN pg_type t ON t.typname = a.r
                JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE (n.nspname = a.s OR a.s IS NULL AND n.nspname = ANY (?)) AND t.typrelid = 0
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, text(names.stream().map(ObjectName::schema).toList()));
            query.setArray(2, text(names.stream().map(ObjectName::name).toList()));
            query.setArray(3, text(searchPath));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ObjectName name = new ObjectName(row.getString(1), row.getString(2));
                    other.putIfAbsent(name, row.getString(3));
                    types.put(name, row.getLong(4));
                }
            }
        }
    }

    /** Several functions may have one name, of which each must be stable or immutable. Relations of the name go first. */
    private void resolveFunctions(Collection<ObjectName> names) throws SQLException {
        String sql = """
                SELECT n.nspname, p.proname, bool_and(p.provolatile IN ('i', 's'))
                FROM unnest(?::text[], ?::text[]) AS a(s, r)
                JOIN pg_proc p ON p.proname = a.r
                JOIN pg_namespace n ON n.oid = p.pronamespace
                WHERE n.nspname = a.s OR a.s IS NULL AND n.nspname = ANY (?)
                GROUP BY n.nspname, p.proname
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, text(names.stream().map(ObjectName::schema).toList()));
            query.setArray(2, text(names.stream().map(ObjectName::name).toList()));
            query.setArray(3, text(searchPath));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ObjectName name = new ObjectName(row.getString(1), row.getString(2));
                    if (!oids.containsKey(name) && !indexes.containsKey(name)) {
                        other.putIfAbsent(name, row.getBoolean(3) ? "steady-function" : "function");
                    }
                }
            }
        }
    }

    /** Tables that are locked along with those already found, so that their sizes matter too. */
    private void addNeighbours(String sql, Collection<Long> of) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("oid", of.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    oids.putIfAbsent(new ObjectName(row.getString(1), row.getString(2)), row.getLong(3));
                }
            }
        }
    }

    /** Tables of schemas that are about to be dropped; of so many that all will do. */
    private void addContents(Collection<ObjectName> names) throws SQLException {
        List<String> schemas = names.stream()
                .filter(name -> name.name().equals(TargetFacts.EVERYTHING))
                .map(name -> String.valueOf(name.schema()))
                .toList();
        if (schemas.isEmpty()) {
            return;
        }
        String sql = """
                SELECT n.nspname, c.relname, c.relkind::text, c.oid
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'f', 'm', 'v') ORDER BY c.relname LIMIT 500
                """;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, text(schemas));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ObjectName name = new ObjectName(row.getString(1), row.getString(2));
                    if (row.getString(3).equals("v")) {
                        other.put(name, "view");
                    } else {
                        oids.putIfAbsent(name, row.getLong(4));
                    }
                }
            }
        }
    }

    private TargetFacts server(Map<ObjectName, TableFacts> tables, Collection<ObjectName> names) throws SQLException {
        String sql = """
                SELECT current_setting('server_version'), current_setting('TimeZone'),
                       coalesce((SELECT max(extract(epoch FROM clock_timestamp() - a.xact_start))
                                 FROM pg_stat_activity a
                                 WHERE a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
                                   AND a.datname = current_database()), 0),
                       pg_has_role(current_user, 'pg_read_all_stats', 'USAGE'),
                       (SELECT count(*) FROM pg_stat_replication)
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            String version = row.getString(1);
            return new TargetFacts(
                    Dialect.POSTGRESQL,
                    TargetFacts.Source.LIVE,
                    version.contains(" ") ? version.substring(0, version.indexOf(' ')) : version,
                    Map.of("TimeZone", row.getString(2)),
                    searchPath,
                    tables,
                    indexes,
                    other,
                    Set.copyOf(names),
                    row.getDouble(3),
                    row.getBoolean(4),
                    row.getInt(5));
        }
    }

    private Array text(List<?> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    /** The texts of an array; none of a NULL. */
    static List<String> strings(@Nullable Array array) throws SQLException {
        List<String> strings = new ArrayList<>();
        if (array == null) {
            return strings;
        }
        for (Object value : (Object[]) array.getArray()) {
            strings.add(String.valueOf(value));
        }
        return strings;
    }
}
