package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ConstraintKind;
import io.lockkeeper.riskengine.operation.ObjectName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything about a set of tables of MySQL or MariaDB, one query per kind of thing. */
final class MysqlTables {
    private final Catalog catalog;
    private final MysqlForeignKeys foreignKeys;
    private final boolean process;
    private final Map<ObjectName, List<ColumnFacts>> columns = new HashMap<>();
    private final Map<ObjectName, List<IndexFacts>> indexes = new HashMap<>();
    private final Map<ObjectName, List<ConstraintFacts>> constraints = new HashMap<>();
    private final Map<ObjectName, List<String>> triggers = new HashMap<>();
    private Map<ObjectName, MysqlStatistics.Traffic> traffic = Map.of();
    private Map<ObjectName, MysqlStatistics.Dictionary> dictionary = Map.of();

    /** @param process the account has the PROCESS privilege */
    MysqlTables(Catalog catalog, boolean process) {
        this.catalog = catalog;
        this.foreignKeys = new MysqlForeignKeys(catalog, process);
        this.process = process;
    }

    /** The tables on the other side of foreign keys are locked too, so they are read with those asked for. */
    Map<ObjectName, TableFacts> read(Collection<ObjectName> names) throws SQLException {
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        if (names.isEmpty()) {
            return tables;
        }
        foreignKeys.readIncoming(names);
        foreignKeys.readOutgoing(names);
        Set<ObjectName> all = new LinkedHashSet<>(names);
        if (all.addAll(foreignKeys.neighbours())) {
            foreignKeys.readOutgoing(foreignKeys.neighbours());
        }
        catalog.each(COLUMNS, all, row -> add(columns, row, MysqlColumns.column(row, catalog.mariadb())));
        readIndexes(all);
        readChecks(all);
        catalog.each(TRIGGERS, all, row -> add(triggers, row, trigger(row)));
        traffic = MysqlStatistics.traffic(catalog);
        dictionary = MysqlStatistics.dictionary(catalog, process);
        catalog.each(TABLES, all, row -> {
            TableFacts table = table(row);
            tables.put(table.name(), table);
        });
        return tables;
    }

    private TableFacts table(ResultSet row) throws SQLException {
        ObjectName name = Catalog.name(row, 1);
        String engine = row.getString(3);
        if (engine == null) {
            // So the server says that it could not open the table in time.
            throw new SQLException("The table " + name + " could not be read: " + row.getString(8));
        }
        MysqlStatistics.Traffic used = traffic.getOrDefault(name, MysqlStatistics.UNKNOWN);
        List<ConstraintFacts> all = new ArrayList<>(constraints.getOrDefault(name, List.of()));
        all.addAll(foreignKeys.of(name));
        boolean partitioned = text(row, 7).contains("partitioned");
        return new TableFacts(
                name,
                partitioned ? TableFacts.Kind.PARTITIONED : TableFacts.Kind.PLAIN,
                row.getLong(6),
                row.getLong(5),
                used.reads(),
                used.writes(),
                columns.getOrDefault(name, List.of()),
                indexes.getOrDefault(name, List.of()),
                all,
                foreignKeys.to(name),
                triggers.getOrDefault(name, List.of()),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(innodb(row, name, engine)),
                false,
                Optional.empty());
    }

    private InnodbFacts innodb(ResultSet row, ObjectName name, String engine) throws SQLException {
        MysqlStatistics.Dictionary known = dictionary.getOrDefault(name, MysqlStatistics.Dictionary.UNKNOWN);
        List<ColumnFacts> told = columns.getOrDefault(name, List.of());
        boolean own = told.stream().anyMatch(c -> c.name().equals("fts_doc_id"));
        long stored =
                told.stream().filter(c -> !c.generated().equals("virtual")).count();
        boolean hidden = known.documentId() || known.columns() > stored;
        return new InnodbFacts(
                engine.toLowerCase(Locale.ROOT), text(row, 4), text(row, 9), known.rowVersions(), hidden && !own);
    }

    private void readIndexes(Collection<ObjectName> all) throws SQLException {
        boolean functional = !catalog.mariadb() && catalog.atLeast(8, 0, 13);
        String leg = INDEXES.formatted(
                functional ? "expression" : "NULL", catalog.mariadb() ? "ignored = 'NO'" : "is_visible = 'YES'");
        Map<ObjectName, Map<String, List<KeyPart>>> parts = new HashMap<>();
        catalog.each(leg, all, row -> {
            KeyPart part = KeyPart.of(row);
            parts.computeIfAbsent(Catalog.name(row, 1), key -> new LinkedHashMap<>())
                    .computeIfAbsent(part.index(), key -> new ArrayList<>())
                    .add(part);
        });
        parts.forEach((table, byName) -> byName.values().forEach(key -> add(table, key)));
    }

    private void add(ObjectName table, List<KeyPart> key) {
        IndexFacts index = KeyPart.index(table, key, columns.getOrDefault(table, List.of()));
        indexes.computeIfAbsent(table, name -> new ArrayList<>()).add(index);
        if (index.unique()) {
            ConstraintKind kind = index.primary() ? ConstraintKind.PRIMARY_KEY : ConstraintKind.UNIQUE;
            constraints
                    .computeIfAbsent(table, name -> new ArrayList<>())
                    .add(new ConstraintFacts(
                            index.name().name(), kind, true, index.columns(), Optional.empty(), index.definition()));
        }
    }

    private void readChecks(Collection<ObjectName> all) throws SQLException {
        if (!catalog.mariadb() && !catalog.atLeast(8, 0, 16)) {
            return; // It read CHECK and forgot it.
        }
        catalog.each(catalog.mariadb() ? MARIADB_CHECKS : MYSQL_CHECKS, all, row -> {
            String expression = row.getString(4);
            List<String> used = KeyPart.quoted(expression, columns.getOrDefault(Catalog.name(row, 1), List.of()));
            add(
                    constraints,
                    row,
                    new ConstraintFacts(
                            row.getString(3).toLowerCase(Locale.ROOT),
                            ConstraintKind.CHECK,
                            row.getString(5).equals("YES"),
                            used,
                            Optional.empty(),
                            "CHECK (" + expression + ")"));
        });
    }

    private static String trigger(ResultSet row) throws SQLException {
        return "%s %s %s %s".formatted(row.getString(3), row.getString(4), row.getString(5), row.getString(6));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static <T> void add(Map<ObjectName, List<T>> map, ResultSet row, T value) throws SQLException {
        map.computeIfAbsent(Catalog.name(row, 1), key -> new ArrayList<>()).add(value);
    }

    private static final String TABLES = """
            SELECT table_schema, table_name, engine, row_format, coalesce(table_rows, -1), coalesce(data_length, 0),
                   create_options, table_comment, table_collation
            FROM information_schema.tables WHERE (table_schema, table_name) IN :tables
            """;

    private static final String COLUMNS = """
            SELECT table_schema, table_name, ordinal_position, column_name, column_type, is_nullable, column_default,
                   extra, generation_expression, collation_name
            FROM information_schema.columns WHERE (table_schema, table_name) IN :tables
            ORDER BY table_schema, table_name, ordinal_position
            """;

    private static final String INDEXES = """
            SELECT table_schema, table_name, seq_in_index, index_name, non_unique,
                   index_type, column_name, sub_part, collation, %s, %s
            FROM information_schema.statistics WHERE (table_schema, table_name) IN :tables
            ORDER BY table_schema, table_name, index_name, seq_in_index
            """;

    private static final String MARIADB_CHECKS = """
            SELECT constraint_schema, table_name, constraint_name, check_clause, 'YES'
            FROM information_schema.check_constraints WHERE (constraint_schema, table_name) IN :tables
            """;

    private static final String MYSQL_CHECKS = """
            SELECT t.table_schema, t.table_name, c.constraint_name, c.check_clause, t.enforced
            FROM information_schema.table_constraints t
            JOIN information_schema.check_constraints c USING (constraint_schema, constraint_name)
            WHERE (t.table_schema, t.table_name) IN :tables AND t.constraint_type = 'CHECK'
            """;

    private static final String TRIGGERS = """
            SELECT event_object_schema, event_object_table, trigger_name, action_timing, event_manipulation,
                   action_statement
            FROM information_schema.triggers WHERE (event_object_schema, event_object_table) IN :tables
            ORDER BY trigger_name
            """;
}
