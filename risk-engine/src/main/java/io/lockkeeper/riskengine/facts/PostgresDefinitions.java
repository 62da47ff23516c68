package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What domains, views and publications of a live server are made of. */
final class PostgresDefinitions {
    private final Connection connection;
    private final Map<ObjectName, String> domains = new HashMap<>();
    private final Map<ObjectName, List<ColumnFacts>> views = new HashMap<>();
    private final Set<String> publishingAll = new HashSet<>();

    PostgresDefinitions(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param kinds where the domains found are added to
     * @param types oids of types that were asked for
     * @param relations oids of tables, whose columns may be of domains
     * @param asked oids of views
     */
    Definitions read(
            Map<ObjectName, String> kinds, Collection<Long> types, Collection<Long> relations, Collection<Long> asked)
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pubname FROM pg_publication WHERE puballtables")) {
            while (row.next()) {
                publishingAll.add(row.getString(1));
            }
        }
        return new Definitions(domains, views, publishingAll);
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

    private static final String VIEWS = """
            SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.oid = ANY (?) ORDER BY c.oid, a.attnum
            """;
}
