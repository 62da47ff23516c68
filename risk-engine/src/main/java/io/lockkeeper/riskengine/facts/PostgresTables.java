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
    private final Map<Long, List<ColumnUse>> uses = new HashMap<>();
    private final Map<Long, List<DependentFacts>> dependents = new HashMap<>();

    PostgresTables(Connection connection) {
        this.connection = connection;
    }

    Map<ObjectName, TableFacts> read(Map<ObjectName, Long> oids) throws SQLException {
        if (oids.isEmpty()) {
            return Map.of();
        }
        Array of = connection.createArrayOf("oid", oids.values().toArray());
        each(PostgresQueries.COLUMNS, of, row -> add(columns, row, column(row)));
        each(PostgresQueries.INDEXES, of, row -> add(indexes, row, index(row)));
        each(PostgresQueries.CONSTRAINTS, of, row -> add(constraints, row, constraint(row)));
        each(
                PostgresQueries.REFERENCED_BY,
                of,
                row -> add(referencedBy, row, new ForeignKeyFacts(row.getString(2), name(row, 3))));
        each(PostgresQueries.TRIGGERS, of, row -> add(triggers, row, row.getString(2)));
        each(PostgresQueries.PARTITIONS, of, row -> add(partitions, row, name(row, 2)));
        each(PostgresQueries.PARENTS, of, row -> partitionOf.put(row.getLong(1), name(row, 2)));
        each(PostgresQueries.USES, of, row -> add(uses, row, use(row)));
        each(PostgresQueries.STORAGE, of, row -> storage.put(row.getLong(1), storage(row)));
        each(PostgresQueries.PARTITIONING, of, row -> partitioning.put(row.getLong(1), partitioning(row)));
        each(
                PostgresQueries.DEPENDENTS,
                of,
                row -> add(dependents, row, new DependentFacts(name(row, 2), PostgresFacts.strings(row.getArray(4)))));
        Map<ObjectName, TableFacts> tables = new HashMap<>();
        each(PostgresQueries.TABLES, of, row -> {
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

    private PostgresStorage storage(ResultSet row) throws SQLException {
        return new PostgresStorage(
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getString(6),
                Set.copyOf(PostgresFacts.strings(row.getArray(7))),
                Set.copyOf(PostgresFacts.strings(row.getArray(8))),
                Set.copyOf(PostgresFacts.strings(row.getArray(9))),
                row.getString(10),
                uses.getOrDefault(row.getLong(1), List.of()),
                row.getBoolean(11));
    }

    private static ColumnUse use(ResultSet row) throws SQLException {
        return new ColumnUse(row.getString(2), row.getString(3), Set.copyOf(PostgresFacts.strings(row.getArray(4))));
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
}
