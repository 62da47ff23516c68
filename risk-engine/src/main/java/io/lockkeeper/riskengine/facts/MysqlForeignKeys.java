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

/** Foreign keys of MySQL or MariaDB from and to a set of tables. */
final class MysqlForeignKeys {
    private final Catalog catalog;
    private final boolean process;
    private final Map<ObjectName, Map<String, Building>> outgoing = new HashMap<>();
    private final Map<ObjectName, Set<ForeignKeyFacts>> incoming = new HashMap<>();
    private final Set<ObjectName> neighbours = new LinkedHashSet<>();

    /** @param process the account has the PROCESS privilege */
    MysqlForeignKeys(Catalog catalog, boolean process) {
        this.catalog = catalog;
        this.process = process;
    }

    /** Those of a table. */
    List<ConstraintFacts> of(ObjectName table) {
        return outgoing.getOrDefault(table, Map.of()).values().stream()
                .map(Building::facts)
                .toList();
    }

    /** Those of other tables to a table. */
    List<ForeignKeyFacts> to(ObjectName table) {
        return List.copyOf(incoming.getOrDefault(table, Set.of()));
    }

    /** The tables on the other side. */
    Set<ObjectName> neighbours() {
        return Set.copyOf(neighbours);
    }

    void readOutgoing(Collection<ObjectName> tables) throws SQLException {
        Set<ObjectName> fresh = new LinkedHashSet<>(tables);
        fresh.removeAll(outgoing.keySet());
        fresh.forEach(table -> outgoing.put(table, new LinkedHashMap<>()));
        catalog.each(KEYS, fresh, row -> {
            ObjectName table = Catalog.name(row, 1);
            ObjectName parent = Catalog.name(row, 5);
            building(table, row.getString(3)).add(row, parent);
            referenced(parent, row.getString(3), table);
        });
        catalog.each(ACTIONS, fresh, row -> building(Catalog.name(row, 1), row.getString(3))
                .act(row));
    }

    /** Neighbours of the tables asked for only: theirs in turn do not matter. */
    void readIncoming(Collection<ObjectName> tables) throws SQLException {
        Catalog.Reading reading = row -> {
            ObjectName parent = Catalog.name(row, 1);
            ObjectName child = Catalog.name(row, 4);
            if (tables.contains(parent)) {
                referenced(parent, row.getString(3), child);
                neighbours.add(child);
            }
        };
        if (!catalog.mariadb()) {
            catalog.each(INCOMING, tables, reading);
        } else if (process) {
            catalog.each(INNODB, reading);
        } else {
            Set<String> schemas = new LinkedHashSet<>();
            tables.forEach(table -> schemas.add(String.valueOf(table.schema())));
            for (String schema : schemas) {
                catalog.each(SCHEMA, schema, reading);
            }
        }
    }

    private void referenced(ObjectName parent, String key, ObjectName child) {
        if (!parent.equals(child)) {
            incoming.computeIfAbsent(parent, name -> new LinkedHashSet<>())
                    .add(new ForeignKeyFacts(key.toLowerCase(Locale.ROOT), child));
        }
    }

    private Building building(ObjectName table, String key) {
        return outgoing.computeIfAbsent(table, name -> new LinkedHashMap<>())
                .computeIfAbsent(key, name -> new Building(key.toLowerCase(Locale.ROOT)));
    }

    /** A foreign key, while its columns come in one by one. */
    private static final class Building {
        private final String name;
        private final List<String> columns = new ArrayList<>();
        private final List<String> targets = new ArrayList<>();
        private Optional<ObjectName> parent = Optional.empty();
        private String actions = "";

        Building(String name) {
            this.name = name;
        }

        void add(ResultSet row, ObjectName referenced) throws SQLException {
            parent = Optional.of(referenced);
            columns.add(row.getString(7).toLowerCase(Locale.ROOT));
            targets.add(row.getString(8).toLowerCase(Locale.ROOT));
        }

        void act(ResultSet row) throws SQLException {
            actions = " ON DELETE " + row.getString(4) + " ON UPDATE " + row.getString(5);
        }

        ConstraintFacts facts() {
            String target = parent.map(ObjectName::toString).orElse("");
            String definition = "FOREIGN KEY (%s) REFERENCES %s (%s)%s"
                    .formatted(String.join(", ", columns), target, String.join(", ", targets), actions);
            return new ConstraintFacts(name, ConstraintKind.FOREIGN_KEY, true, columns, parent, definition);
        }
    }

    private static final String KEYS = """
            SELECT table_schema, table_name, constraint_name, ordinal_position, referenced_table_schema,
                   referenced_table_name, column_name, referenced_column_name
            FROM information_schema.key_column_usage
            WHERE (table_schema, table_name) IN :tables AND referenced_table_name IS NOT NULL
            ORDER BY table_schema, table_name, constraint_name, ordinal_position
            """;

    private static final String ACTIONS = """
            SELECT constraint_schema, table_name, constraint_name, delete_rule, update_rule
            FROM information_schema.referential_constraints WHERE (constraint_schema, table_name) IN :tables
            """;

    private static final String INCOMING = """
            SELECT unique_constraint_schema, referenced_table_name, constraint_name, constraint_schema, table_name
            FROM information_schema.referential_constraints
            WHERE (unique_constraint_schema, referenced_table_name) IN :tables
            """;

    /** InnoDB knows them without opening any table. */
    private static final String INNODB = """
            SELECT convert(cast(substring_index(ref_name, '/', 1) AS binary) USING filename),
                   convert(cast(substring_index(ref_name, '/', -1) AS binary) USING filename),
                   substring_index(id, '/', -1),
                   convert(cast(substring_index(for_name, '/', 1) AS binary) USING filename),
                   convert(cast(substring_index(for_name, '/', -1) AS binary) USING filename)
            FROM information_schema.innodb_sys_foreign
            """;

    /** Those from other schemas stay unseen: finding them would mean to open every table of the server. */
    private static final String SCHEMA = """
            SELECT referenced_table_schema, referenced_table_name, constraint_name, table_schema, table_name
            FROM information_schema.key_column_usage WHERE table_schema = ? AND referenced_table_name IS NOT NULL
            """;
}
