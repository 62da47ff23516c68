package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * One table.
 *
 * @param bytes heap and TOAST, without indexes; all partitions together; {@link #ASSUMED_BYTES} when unknown
 * @param rows planner's or statistics' estimate, -1 when never counted
 * @param readsPerSecond scans per second since the statistics began; -1 when unknown
 * @param writesPerSecond inserted, updated and deleted rows per second since the statistics began; -1 when unknown
 * @param referencedBy foreign keys of other tables that point here
 * @param triggers definitions of the triggers people made
 * @param partitions every table below this one: partitions and inheritance children, of any depth
 * @param dependents views and materialised views that use the table
 * @param innodb how MySQL or MariaDB stores it; empty on PostgreSQL and where it is not known
 * @param createdHere it is created by the migration itself, so nobody uses it yet
 * @param partitioning of a partitioned table of PostgreSQL; empty otherwise, and where it is not known
 * @param storage how PostgreSQL keeps it; empty otherwise, and where it is not known
 */
public record TableFacts(
        ObjectName name,
        Kind kind,
        long bytes,
        long rows,
        double readsPerSecond,
        double writesPerSecond,
        List<ColumnFacts> columns,
        List<IndexFacts> indexes,
        List<ConstraintFacts> constraints,
        List<ForeignKeyFacts> referencedBy,
        List<String> triggers,
        List<ObjectName> partitions,
        Optional<ObjectName> partitionOf,
        List<DependentFacts> dependents,
        Optional<InnodbFacts> innodb,
        boolean createdHere,
        Optional<Partitioning> partitioning,
        Optional<PostgresStorage> storage) {

    /** What a table is taken for when nobody told its size: large enough to matter, so that doubt raises. */
    public static final long ASSUMED_BYTES = 1L << 30;

    /** What a table is made of. */
    public enum Kind {
        PLAIN,
        PARTITIONED,
        FOREIGN,
        TEMPORARY,
        MATERIALIZED_VIEW
    }

    public TableFacts {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        constraints = List.copyOf(constraints);
        referencedBy = List.copyOf(referencedBy);
        triggers = List.copyOf(triggers);
        partitions = List.copyOf(partitions);
        dependents = List.copyOf(dependents);
    }

    /** Of which nobody knows how PostgreSQL keeps it. */
    public TableFacts(
            ObjectName name,
            Kind kind,
            long bytes,
            long rows,
            double readsPerSecond,
            double writesPerSecond,
            List<ColumnFacts> columns,
            List<IndexFacts> indexes,
            List<ConstraintFacts> constraints,
            List<ForeignKeyFacts> referencedBy,
            List<String> triggers,
            List<ObjectName> partitions,
            Optional<ObjectName> partitionOf,
            List<DependentFacts> dependents,
            Optional<InnodbFacts> innodb,
            boolean createdHere,
            Optional<Partitioning> partitioning) {
        this(
                name,
                kind,
                bytes,
                rows,
                readsPerSecond,
                writesPerSecond,
                columns,
                indexes,
                constraints,
                referencedBy,
                triggers,
                partitions,
                partitionOf,
                dependents,
                innodb,
                createdHere,
                partitioning,
                Optional.empty());
    }

    /** False when neither rows nor bytes were told, so that the estimates rest on {@link #ASSUMED_BYTES}. */
    public boolean sizeKnown() {
        return rows >= 0 || bytes != ASSUMED_BYTES;
    }

    /** A table without columns is one whose size alone was told, or whose columns are those of a query or a type. */
    public boolean columnsKnown() {
        return !columns.isEmpty() || untouched();
    }

    TableFacts named(ObjectName other) {
        return copy(
                other, kind, bytes, rows, columns, indexes, constraints, referencedBy, partitions, partitionOf, innodb);
    }

    TableFacts of(Kind other) {
        return copy(
                name, other, bytes, rows, columns, indexes, constraints, referencedBy, partitions, partitionOf, innodb);
    }

    TableFacts withRows(long counted) {
        return copy(
                name,
                kind,
                bytes,
                counted,
                columns,
                indexes,
                constraints,
                referencedBy,
                partitions,
                partitionOf,
                innodb);
    }

    TableFacts with(List<ColumnFacts> cs, List<IndexFacts> is, List<ConstraintFacts> ks) {
        return copy(name, kind, bytes, rows, cs, is, ks, referencedBy, partitions, partitionOf, innodb);
    }

    TableFacts withReferencedBy(List<ForeignKeyFacts> keys) {
        return copy(name, kind, bytes, rows, columns, indexes, constraints, keys, partitions, partitionOf, innodb);
    }

    TableFacts withPartitions(List<ObjectName> parts) {
        return copy(name, kind, bytes, rows, columns, indexes, constraints, referencedBy, parts, partitionOf, innodb);
    }

    TableFacts withPartitioning(Partitioning divided) {
        return new TableFacts(
                name,
                Kind.PARTITIONED,
                bytes,
                rows,
                readsPerSecond,
                writesPerSecond,
                columns,
                indexes,
                constraints,
                referencedBy,
                triggers,
                partitions,
                partitionOf,
                dependents,
                innodb,
                createdHere,
                Optional.of(divided),
                storage);
    }

    TableFacts withPartitionOf(Optional<ObjectName> parent) {
        return copy(name, kind, bytes, rows, columns, indexes, constraints, referencedBy, partitions, parent, innodb);
    }

    TableFacts withInnodb(InnodbFacts stored) {
        return copy(
                name,
                kind,
                bytes,
                rows,
                columns,
                indexes,
                constraints,
                referencedBy,
                partitions,
                partitionOf,
                Optional.of(stored));
    }

    TableFacts withStorage(PostgresStorage kept) {
        return new TableFacts(
                name,
                kind,
                bytes,
                rows,
                readsPerSecond,
                writesPerSecond,
                columns,
                indexes,
                constraints,
                referencedBy,
                triggers,
                partitions,
                partitionOf,
                dependents,
                innodb,
                createdHere,
                partitioning,
                Optional.of(kept));
    }

    TableFacts withDependents(List<DependentFacts> views) {
        return copy(triggers, views);
    }

    TableFacts withTriggers(List<String> definitions) {
        return copy(definitions, dependents);
    }

    private TableFacts copy(List<String> definitions, List<DependentFacts> views) {
        return new TableFacts(
                name,
                kind,
                bytes,
                rows,
                readsPerSecond,
                writesPerSecond,
                columns,
                indexes,
                constraints,
                referencedBy,
                definitions,
                partitions,
                partitionOf,
                views,
                innodb,
                createdHere,
                partitioning,
                storage);
    }

    private TableFacts copy(
            ObjectName called,
            Kind made,
            long stored,
            long counted,
            List<ColumnFacts> cs,
            List<IndexFacts> is,
            List<ConstraintFacts> ks,
            List<ForeignKeyFacts> referencing,
            List<ObjectName> parts,
            Optional<ObjectName> parent,
            Optional<InnodbFacts> inno) {
        return new TableFacts(
                called,
                made,
                stored,
                counted,
                readsPerSecond,
                writesPerSecond,
                cs,
                is,
                ks,
                referencing,
                triggers,
                parts,
                parent,
                dependents,
                inno,
                createdHere,
                partitioning,
                storage);
    }

    public Optional<ColumnFacts> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /** The views that use the column. */
    public List<DependentFacts> dependentsOn(String column) {
        return dependents.stream().filter(d -> d.columns().contains(column)).toList();
    }

    /** The indexes that have the column in their key, an expression or a predicate. */
    public List<IndexFacts> indexesOn(String column) {
        return indexes.stream().filter(i -> i.columns().contains(column)).toList();
    }

    public Optional<ConstraintFacts> constraint(String constraint) {
        return constraints.stream().filter(c -> c.name().equals(constraint)).findFirst();
    }

    /** Created OF that composite type. */
    public boolean ofType(ObjectName type) {
        return storage.filter(kept -> kept.ofType().equals(type.toString())).isPresent();
    }

    public long indexBytes() {
        return indexes.stream().mapToLong(IndexFacts::bytes).sum();
    }

    /** Created here and not filled since: whatever it does finds nothing to do. */
    public boolean untouched() {
        return createdHere && rows == 0;
    }

    /** Certainly without a row: created here, or the server has no page for it. */
    public boolean empty() {
        return createdHere || (bytes == 0 && rows <= 0);
    }
}
