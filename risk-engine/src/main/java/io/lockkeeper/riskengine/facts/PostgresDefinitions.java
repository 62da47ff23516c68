package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What domains, views, statistics and schemas of a live server are made of. */
final class PostgresDefinitions {
    private final Connection connection;
    private final Map<ObjectName, String> domains = new HashMap<>();
    private final Map<ObjectName, List<ColumnFacts>> views = new HashMap<>();
    private final Map<ObjectName, ObjectName> statistics = new HashMap<>();
    private final Map<String, Boolean> schemas = new HashMap<>();

    PostgresDefinitions(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param kinds where the domains found are added to
     * @param types oids of types that were asked for
     * @param relations oids of tables, whose columns may be of domains
     * @param asked oids of views
     * @param names of anything, among them statistics, and schemas without a schema
     */
    Definitions read(
            Map<ObjectName, String> kinds,
            Collection<Long> types,
            Collection<Long> relations,
            Collection<Long> asked,
            Collection<ObjectName> names)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DOMAINS)) {
            query.setArray(1, connection.createArrayOf("oid", types.toArray()));
            query.setArray(2, connection.createArrayOf("oid", relations.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ObjectName name = new ObjectName(row.getString(1), row.getString(2));
                    domains.put(name, row.getString(3));
                    kinds.putIfAbsent(name, row.getBoolean(4) ? "constrained-domain" : "domain");
                }
            }
        }
        if (!asked.isEmpty()) {
            views(asked);
        }
        try (PreparedStatement query = connection.prepareStatement(NAMED)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", names.stream().map(ObjectName::name).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    named(row);
                }
            }
        }
        return new Definitions(domains, views, Map.of(), statistics, schemas);
    }

    private void named(ResultSet row) throws SQLException {
        if (row.getString(3) == null) {
            schemas.put(row.getString(2), row.getBoolean(5));
        } else {
            statistics.put(
                    new ObjectName(row.getString(1), row.getString(2)),
                    new ObjectName(row.getString(3), row.getString(4)));
        }
    }

    private void views(Collection<Long> asked) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(VIEWS)) {
            query.setArray(1, connection.createArrayOf("oid", asked.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ObjectName name = new ObjectName(row.getString(1), row.getString(2));
                    views.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(new ColumnFacts(row.getString(3), row.getString(4), false, null, "", -1));
                }
            }
        }
    }

    /** Those asked for, those of columns, and all below them. Another collation is part of the type below. */
    private static final String DOMAINS = """
            WITH RECURSIVE found(oid) AS (
                SELECT t.oid FROM pg_type t
                WHERE t.typtype = 'd'
                  AND (t.oid = ANY (?) OR t.oid IN (SELECT a.atttypid FROM pg_attribute a
                                                    WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped))
                UNION SELECT b.oid FROM found JOIN pg_type t ON t.oid = found.oid
                      JOIN pg_type b ON b.oid = t.typbasetype AND b.typtype = 'd')
            SELECT n.nspname, t.typname,
                   format_type(t.typbasetype, t.typtypmod)
                     || CASE WHEN t.typcollation <> b.typcollation THEN ' COLLATE' ELSE '' END,
                   t.typnotnull OR EXISTS (SELECT FROM pg_constraint k WHERE k.contypid = t.oid)
            FROM found JOIN pg_type t ON t.oid = found.oid JOIN pg_namespace n ON n.oid = t.typnamespace
            JOIN pg_type b ON b.oid = t.typbasetype
            """;

    /** Statistics of such a name with their table, and schemas of such a name with whether they are empty. */
    private static final String NAMED = """
            WITH asked(name) AS (SELECT unnest(?::text[]))
            SELECT n.nspname::text, s.stxname::text, tn.nspname::text, t.relname::text, false
            FROM pg_statistic_ext s JOIN asked ON asked.name = s.stxname JOIN pg_namespace n ON n.oid = s.stxnamespace
            JOIN pg_class t ON t.oid = s.stxrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
            UNION ALL
            SELECT NULL, n.nspname::text, NULL, NULL,
                   NOT EXISTS (SELECT FROM pg_depend d
                               WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid)
            FROM pg_namespace n JOIN asked ON asked.name = n.nspname
            """;

    private static final String VIEWS = """
            SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.oid = ANY (?) ORDER BY c.oid, a.attnum
            """;
}
