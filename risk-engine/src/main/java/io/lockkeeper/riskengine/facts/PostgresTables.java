package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything about a set of tables, one query per kind of thing. */
final class PostgresTables {
    private final Connection connection;
    private final Map<Long, List<ColumnFacts>> columns = new HashMap<>();
    private final Map<Long, List<IndexFacts>> indexes = new HashMap<>();
    private final Map<Long, List<ConstraintFacts>> constraints = new HashMap<>();
    private final Map<Long, List<ForeignKeyFacts>> referencedBy = new HashMap<>();
    private final Map<Long, List<String>> triggers = new HashMap<>();
    private final Map<Long, List<ObjectName>> partitions = new HashMap<>();
    private final Map<Long, ObjectName> partitionOf = new HashMap<>();
    private final Map<Long, Partitioning> partitioning = new HashMap<>();
    private final Map<Long, PostgresStorage> storage = new HashMap<>();
    private final Map<Long, List<DependentFacts>> dependents = new HashMap<>();

    PostgresTables(Connection connection) {
        this.connection = connection;
    }

    Map<ObjectName, TableFacts> read(Map<ObjectName, Long> oids) throws SQLException {
        if (oids.isEmpty()) {
            return Map.of();
        }
        Array of = connection.createArrayOf("oid", oids.values().toArray());
        each(COLUMNS, of, row -> add(columns, row, column(row)));
        each(INDEXES, of, row -> add(indexes, row, index(row)));
        each(CONSTRAINTS, of, row -> add(constraints, row, constraint(row)));
        each(REFERENCED_BY, of, row -> add(referencedBy, row, new ForeignKeyFacts(row.getString(2), name(row, 3))));
        each(TRIGGERS, of, row -> add(triggers, row, row.getString(2)));
        each(PARTITIONS, of, row -> add(partitions, row, name(row, 2)));
        each(PARENTS, of, row -> partitionOf.put(row.getLong(1), name(row, 2)));
        each(STORAGE, of, row -> storage.put(row.getLong(1), storage(row)));
        each(PARTITIONING, of, row -> partitioning.put(row.getLong(1), partitioning(row)));
        each(
                DEPENDENTS,
                of,
                row -> add(dependents, row, new DependentFacts(name(row, 2), PostgresFacts.strings(row.getArray(4)))));
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        each(TABLES, of, row -> {
            TableFacts table = table(row);
            tables.put(table.name(), table);
        });
        return tables;
    }

    private TableFacts table(ResultSet row) throws SQLException {
        long oid = row.getLong(1);
        return new TableFacts(
                name(row, 2),
                kind(row.getString(4), row.getString(5)),
                row.getLong(6),
                row.getLong(7),
                row.getDouble(8),
                row.getDouble(9),
                columns.getOrDefault(oid, List.of()),
                indexes.getOrDefault(oid, List.of()),
                constraints.getOrDefault(oid, List.of()),
                referencedBy.getOrDefault(oid, List.of()),
                triggers.getOrDefault(oid, List.of()),
                partitions.getOrDefault(oid, List.of()),
                Optional.ofNullable(partitionOf.get(oid)),
                dependents.getOrDefault(oid, List.of()),
                Optional.empty(),
                false,
                Optional.ofNullable(partitioning.get(oid)),
                Optional.ofNullable(storage.get(oid)));
    }

    private static PostgresStorage storage(ResultSet row) throws SQLException {
        return new PostgresStorage(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                Set.copyOf(PostgresFacts.strings(row.getArray(7))),
                Set.copyOf(PostgresFacts.strings(row.getArray(8))));
    }

    private static Partitioning partitioning(ResultSet row) throws SQLException {
        return new Partitioning(
                row.getString(2), row.getString(4) == null ? Optional.empty() : Optional.of(name(row, 3)));
    }

    private static TableFacts.Kind kind(String relkind, String persistence) {
        return switch (relkind) {
            case "p" -> TableFacts.Kind.PARTITIONED;
            case "f" -> TableFacts.Kind.FOREIGN;
            case "m" -> TableFacts.Kind.MATERIALIZED_VIEW;
            default -> persistence.equals("t") ? TableFacts.Kind.TEMPORARY : TableFacts.Kind.PLAIN;
        };
    }

    private static ColumnFacts column(ResultSet row) throws SQLException {
        return new ColumnFacts(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                row.getDouble(7));
    }

    private static IndexFacts index(ResultSet row) throws SQLException {
        return new IndexFacts(
                name(row, 2),
                row.getLong(4),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7),
                PostgresFacts.strings(row.getArray(8)),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12));
    }

    private static ConstraintFacts constraint(ResultSet row) throws SQLException {
        ConstraintKind kind =
                switch (row.getString(3)) {
                    case "c" -> ConstraintKind.CHECK;
                    case "f" -> ConstraintKind.FOREIGN_KEY;
                    case "u" -> ConstraintKind.UNIQUE;
                    case "p" -> ConstraintKind.PRIMARY_KEY;
                    case "x" -> ConstraintKind.EXCLUDE;
                    default -> ConstraintKind.NOT_NULL;
                };
        Optional<ObjectName> references = row.getString(7) == null ? Optional.empty() : Optional.of(name(row, 6));
        return new ConstraintFacts(
                row.getString(2),
                kind,
                row.getBoolean(4),
                PostgresFacts.strings(row.getArray(5)),
                references,
                row.getString(8));
    }

    private static ObjectName name(ResultSet row, int schemaColumn) throws SQLException {
        return new ObjectName(row.getString(schemaColumn), row.getString(schemaColumn + 1));
    }

    private static <T> void add(Map<Long, List<T>> map, ResultSet row, T value) throws SQLException {
        map.computeIfAbsent(row.getLong(1), key -> new ArrayList<>()).add(value);
    }

    /** What is done with each row. */
    private interface Reading {
        void row(ResultSet row) throws SQLException;
    }

    private void each(String sql, @Nullable Array oids, Reading reading) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, oids);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    reading.row(row);
                }
            }
        }
    }

    /** Sizes and traffic, summed over everything below a partitioned or inherited table. */
    private static final String TABLES = """
            WITH RECURSIVE below(root, oid) AS (
                SELECT c.oid, c.oid FROM pg_class c WHERE c.oid = ANY (?)
                UNION SELECT b.root, i.inhrelid FROM below b JOIN pg_inherits i ON i.inhparent = b.oid),
            began AS (
                SELECT greatest(1, extract(epoch FROM clock_timestamp()
                           - coalesce(d.stats_reset, pg_postmaster_start_time())))::float8 AS seconds
                FROM pg_stat_database d WHERE d.datname = current_database()),
            sums AS (
                SELECT b.root, sum(pg_table_size(b.oid)) AS bytes,
                       CASE WHEN bool_or(c.relkind <> 'p' AND c.reltuples < 0 AND coalesce(s.n_live_tup, 0) = 0
                                         AND pg_relation_size(b.oid) > 0) THEN -1
                            ELSE sum(greatest(c.reltuples, coalesce(s.n_live_tup, 0), 0)
                                     * (c.relkind <> 'p')::int) END AS rows,
                       sum(coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0)) AS reads,
                       sum(coalesce(s.n_tup_ins, 0) + coalesce(s.n_tup_upd, 0) + coalesce(s.n_tup_del, 0)) AS writes
                FROM below b JOIN pg_class c ON c.oid = b.oid
                LEFT JOIN pg_stat_all_tables s ON s.relid = b.oid GROUP BY b.root)
            SELECT c.oid, n.nspname, c.relname, c.relkind::text, c.relpersistence::text, u.bytes, u.rows,
                   u.reads / g.seconds, u.writes / g.seconds
            FROM sums u JOIN pg_class c ON c.oid = u.root JOIN pg_namespace n ON n.oid = c.relnamespace, began g
            """;

    private static final String COLUMNS = """
            SELECT a.attrelid, a.attname,
                   format_type(a.atttypid, a.atttypmod)
                     || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || (SELECT k.collname FROM pg_collation k WHERE k.oid = a.attcollation) ELSE '' END,
                   a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
                   CASE WHEN a.attidentity <> '' THEN 'identity' WHEN a.attgenerated = 's' THEN 'stored'
                        WHEN a.attgenerated <> '' THEN 'virtual' ELSE '' END,
                   coalesce(s.null_frac, -1)
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
                                AND NOT s.inherited
            WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum
            """;

    /** Columns come from the key and, for expressions and predicates, from the dependencies. */
    private static final String INDEXES = """
            SELECT i.indrelid, n.nspname, c.relname, pg_relation_size(c.oid), i.indisunique, i.indisprimary, i.indisvalid,
                   ARRAY(SELECT a.attname::text FROM pg_attribute a
                         WHERE a.attrelid = i.indrelid AND a.attnum > 0
                           AND (a.attnum = ANY (i.indkey::int2[])
                                OR EXISTS (SELECT FROM pg_depend d
                                           WHERE d.classid = 'pg_class'::regclass AND d.objid = i.indexrelid
                                             AND d.refclassid = 'pg_class'::regclass AND d.refobjid = i.indrelid
                                             AND d.refobjsubid = a.attnum))
                         ORDER BY a.attnum),
                   i.indexprs IS NOT NULL OR i.indpred IS NOT NULL,
                   EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')),
                   m.amname, pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_am m ON m.oid = c.relam
            WHERE i.indrelid = ANY (?)
            ORDER BY i.indrelid, n.nspname, c.relname
            """;

    private static final String CONSTRAINTS = """
            SELECT k.conrelid, k.conname, k.contype::text, k.convalidated,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(n, o)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.o),
                   fn.nspname, f.relname, pg_get_constraintdef(k.oid)
            FROM pg_constraint k
            LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            WHERE k.conrelid = ANY (?) AND k.contype <> 't'
            ORDER BY k.conrelid, k.conname
            """;

    private static final String REFERENCED_BY = """
            SELECT k.confrelid, k.conname, n.nspname, c.relname
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.confrelid = ANY (?) AND k.contype = 'f'
            ORDER BY k.confrelid, k.conname, n.nspname, c.relname
            """;

    private static final String TRIGGERS = """
            SELECT t.tgrelid, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
            FROM pg_trigger t WHERE t.tgrelid = ANY (?) AND NOT t.tgisinternal
            ORDER BY t.tgrelid, t.tgname
            """;

    private static final String PARTITIONS = """
            WITH RECURSIVE below(root, oid) AS (
                SELECT i.inhparent, i.inhrelid FROM pg_inherits i WHERE i.inhparent = ANY (?)
                UNION SELECT b.root, i.inhrelid FROM below b JOIN pg_inherits i ON i.inhparent = b.oid)
            SELECT b.root, n.nspname, c.relname
            FROM below b JOIN pg_class c ON c.oid = b.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f')
            ORDER BY b.root, n.nspname, c.relname
            """;

    private static final String PARENTS = """
            SELECT i.inhrelid, n.nspname, c.relname
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.inhrelid = ANY (?) ORDER BY i.inhrelid, i.inhseqno DESC
            """;

    private static final String STORAGE = """
            SELECT c.oid, coalesce(s.spcname, d.spcname)::text, coalesce(m.amname, '')::text, c.relpersistence <> 'u',
                   c.relrowsecurity OR c.relforcerowsecurity,
                   CASE c.relreplident WHEN 'd' THEN 'default' WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' ELSE 'using' END,
                   ARRAY(SELECT t.tgname::text FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
                   ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid)
            FROM pg_class c
            JOIN pg_database b ON b.datname = current_database() JOIN pg_tablespace d ON d.oid = b.dattablespace
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace LEFT JOIN pg_am m ON m.oid = c.relam
            WHERE c.oid = ANY (?)
            """;

    private static final String PARTITIONING = """
            SELECT p.partrelid, pg_get_partkeydef(p.partrelid), n.nspname, d.relname
            FROM pg_partitioned_table p
            LEFT JOIN pg_class d ON d.oid = p.partdefid LEFT JOIN pg_namespace n ON n.oid = d.relnamespace
            WHERE p.partrelid = ANY (?)
            """;

    private static final String DEPENDENTS = """
            SELECT d.refobjid, n.nspname, v.relname,
                   array_agg(DISTINCT a.attname::text) FILTER (WHERE a.attname IS NOT NULL)
            FROM pg_depend d
            JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
            JOIN pg_class v ON v.oid = r.ev_class JOIN pg_namespace n ON n.oid = v.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid AND a.attnum > 0
            WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ANY (?) AND v.oid <> d.refobjid
            GROUP BY d.refobjid, n.nspname, v.relname
            ORDER BY d.refobjid, n.nspname, v.relname
            """;
}
