package io.lockkeeper.riskengine.facts;

/**
 * What {@link PostgresTables} asks of the catalog: each takes the oids of the tables and gives the table's oid first. The
 * last three take oids too and give what {@link PostgresFacts} reads along with those: schema, name, oid.
 */
final class PostgresQueries {
    private PostgresQueries() {}

    /** Sizes and traffic, summed over everything below a partitioned or inherited table. */
    static final String TABLES = """
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

    static final String COLUMNS = """
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
    static final String INDEXES = """
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

    static final String CONSTRAINTS = """
            SELECT k.conrelid, k.conname, k.contype::text, k.convalidated,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u(n, o)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.o),
                   fn.nspname, f.relname, pg_get_constraintdef(k.oid)
            FROM pg_constraint k
            LEFT JOIN pg_class f ON f.oid = k.confrelid LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            WHERE k.conrelid = ANY (?) AND k.contype <> 't'
            ORDER BY k.conrelid, k.conname
            """;

    static final String REFERENCED_BY = """
            SELECT k.confrelid, k.conname, n.nspname, c.relname
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.confrelid = ANY (?) AND k.contype = 'f'
            ORDER BY k.confrelid, k.conname, n.nspname, c.relname
            """;

    static final String TRIGGERS = """
            SELECT t.tgrelid, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
            FROM pg_trigger t WHERE t.tgrelid = ANY (?) AND NOT t.tgisinternal
            ORDER BY t.tgrelid, t.tgname
            """;

    static final String PARTITIONS = """
            WITH RECURSIVE below(root, oid) AS (
                SELECT i.inhparent, i.inhrelid FROM pg_inherits i WHERE i.inhparent = ANY (?)
                UNION SELECT b.root, i.inhrelid FROM below b JOIN pg_inherits i ON i.inhparent = b.oid)
            SELECT b.root, n.nspname, c.relname
            FROM below b JOIN pg_class c ON c.oid = b.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f')
            ORDER BY b.root, n.nspname, c.relname
            """;

    static final String PARENTS = """
            SELECT i.inhrelid, n.nspname, c.relname
            FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.inhrelid = ANY (?) ORDER BY i.inhrelid, i.inhseqno DESC
            """;

    static final String STORAGE = """
            SELECT c.oid, coalesce(s.spcname, d.spcname)::text, coalesce(m.amname, '')::text, c.relpersistence <> 'u',
                   c.relrowsecurity OR c.relforcerowsecurity,
                   CASE c.relreplident WHEN 'd' THEN 'default' WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' ELSE 'using' END,
                   ARRAY(SELECT t.tgname::text FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
                   ARRAY(SELECT p.polname::text FROM pg_policy p WHERE p.polrelid = c.oid),
                   ARRAY(SELECT p.pubname::text FROM pg_publication p WHERE p.oid IN (
                         SELECT r.prpubid FROM pg_publication_rel r WHERE r.prrelid = c.oid
                         UNION ALL SELECT a.oid FROM pg_publication a
                         WHERE a.puballtables AND c.relkind IN ('r', 'p') AND c.relpersistence = 'p')),
                   coalesce((SELECT tn.nspname || '.' || t.typname FROM pg_type t
                             JOIN pg_namespace tn ON tn.oid = t.typnamespace WHERE t.oid = c.reloftype), ''),
                   c.relkind IN ('r', 'm') AND (
                       age(c.relfrozenxid) >= least(
                           (SELECT o.option_value::bigint FROM pg_options_to_table(c.reloptions) o
                            WHERE o.option_name = 'autovacuum_freeze_max_age'),
                           current_setting('autovacuum_freeze_max_age')::bigint)
                       OR mxid_age(c.relminmxid) >= current_setting('autovacuum_multixact_freeze_max_age')::bigint)
            FROM pg_class c
            JOIN pg_database b ON b.datname = current_database() JOIN pg_tablespace d ON d.oid = b.dattablespace
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace LEFT JOIN pg_am m ON m.oid = c.relam
            WHERE c.oid = ANY (?)
            """;

    static final String PARTITIONING = """
            SELECT p.partrelid, pg_get_partkeydef(p.partrelid), n.nspname, d.relname
            FROM pg_partitioned_table p
            LEFT JOIN pg_class d ON d.oid = p.partdefid LEFT JOIN pg_namespace n ON n.oid = d.relnamespace
            WHERE p.partrelid = ANY (?)
            """;

    static final String DEPENDENTS = """
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

    /**
     * Columns that policies, triggers, rules, functions with a body that the server understands, and publications name; and
     * tables of which a column has the table's row type, which is every column's use.
     */
    static final String USES = """
            SELECT d.refobjid,
                   CASE d.classid WHEN 'pg_policy'::regclass THEN 'policy' WHEN 'pg_trigger'::regclass THEN 'trigger'
                                  WHEN 'pg_rewrite'::regclass THEN 'rule' WHEN 'pg_proc'::regclass THEN 'function'
                                  ELSE 'publication' END,
                   coalesce(p.polname, t.tgname, r.rulename, f.proname, b.pubname)::text,
                   array_agg(DISTINCT a.attname::text)
            FROM pg_depend d
            JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid AND a.attnum > 0
            LEFT JOIN pg_policy p ON d.classid = 'pg_policy'::regclass AND p.oid = d.objid
            LEFT JOIN pg_trigger t ON d.classid = 'pg_trigger'::regclass AND t.oid = d.objid AND NOT t.tgisinternal
            LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid AND r.ev_class = d.refobjid
            LEFT JOIN pg_proc f ON d.classid = 'pg_proc'::regclass AND f.oid = d.objid
            LEFT JOIN pg_publication_rel l ON d.classid = 'pg_publication_rel'::regclass AND l.oid = d.objid
            LEFT JOIN pg_publication b ON b.oid = l.prpubid
            WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = ANY (?)
              AND coalesce(p.oid, t.oid, r.oid, f.oid, b.oid) IS NOT NULL
            GROUP BY 1, 2, 3
            ORDER BY 1, 2, 3
            """;

    /** Both sides of foreign keys. */
    static final String FOREIGN_KEYS = """
            WITH known(oids) AS (SELECT ?::oid[])
            SELECT DISTINCT n.nspname, c.relname, c.oid
            FROM known JOIN pg_constraint k ON k.conrelid = ANY (known.oids) OR k.confrelid = ANY (known.oids)
            JOIN pg_class c ON c.oid = CASE WHEN k.conrelid = ANY (known.oids) THEN k.confrelid ELSE k.conrelid END
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f'
            """;

    /** What a partition hangs below, and the default partitions there and of the tables themselves. */
    static final String PARENTS_AND_DEFAULTS = """
            WITH known(oid) AS (SELECT unnest(?::oid[])),
            parents AS (SELECT i.inhparent AS oid FROM pg_inherits i JOIN known ON known.oid = i.inhrelid)
            SELECT n.nspname, c.relname, c.oid
            FROM (SELECT oid FROM parents
                  UNION SELECT p.partdefid FROM pg_partitioned_table p
                        WHERE p.partrelid IN (SELECT oid FROM parents UNION ALL SELECT oid FROM known)) a
            JOIN pg_class c ON c.oid = a.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            """;

    /** Tables with a column of one of the types: a domain's new constraint is checked there. */
    static final String USERS_OF_TYPES = """
            WITH asked(oids) AS (SELECT ?::oid[]),
            wanted(oid) AS (SELECT unnest(oids) FROM asked
                            UNION SELECT t.typarray FROM asked JOIN pg_type t ON t.oid = ANY (asked.oids) WHERE t.typarray <> 0)
            SELECT DISTINCT n.nspname, c.relname, c.oid
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm')
              AND (c.oid IN (SELECT a.attrelid FROM pg_attribute a
                             WHERE a.atttypid IN (SELECT oid FROM wanted) AND NOT a.attisdropped)
                   OR c.reloftype IN (SELECT oid FROM wanted))
            """;
}
