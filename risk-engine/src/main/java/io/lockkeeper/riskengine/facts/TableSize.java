package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was told about one table's size and use. Numbers are -1 and texts empty where nothing was told.
 *
 * @param rowVersions of InnoDB, see {@link InnodbFacts}
 */
public record TableSize(
        long rows,
        long bytes,
        long indexBytes,
        double readsPerSecond,
        double writesPerSecond,
        int rowVersions,
        String rowFormat,
        String storageEngine,
        String collation) {
    /** A row of a table of which only the rows were told: wide, so that doubt raises. */
    static final long BYTES_PER_ROW = 1_000;

    /** The table with it; what was not told stays as it was. */
    TableFacts on(TableFacts table) {
        return new TableFacts(
                table.name(),
                table.kind(),
                stored(table),
                rows < 0 ? table.rows() : rows,
                readsPerSecond < 0 ? table.readsPerSecond() : readsPerSecond,
                writesPerSecond < 0 ? table.writesPerSecond() : writesPerSecond,
                table.columns(),
                indexes(table),
                table.constraints(),
                table.referencedBy(),
                table.triggers(),
                table.partitions(),
                table.partitionOf(),
                table.dependents(),
                innodb(table),
                table.createdHere(),
                table.partitioning(),
                table.storage());
    }

    /** A table of which nothing else is known. */
    TableFacts alone(ObjectName name, Dialect dialect) {
        return on(unknown(name, dialect));
    }

    static TableFacts unknown(ObjectName name, Dialect dialect) {
        return new TableFacts(
                name,
                TableFacts.Kind.PLAIN,
                TableFacts.ASSUMED_BYTES,
                -1,
                -1,
                -1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                dialect == Dialect.POSTGRESQL ? Optional.empty() : Optional.of(new InnodbFacts("innodb", "", "", -1)),
                false,
                Optional.empty());
    }

    private long stored(TableFacts table) {
        if (bytes >= 0) {
            return bytes;
        }
        return rows < 0 ? table.bytes() : rows * BYTES_PER_ROW;
    }

    /** Shared among the known indexes; one that stands for all of them where none is known. */
    private List<IndexFacts> indexes(TableFacts table) {
        if (indexBytes < 0) {
            return table.indexes();
        }
        List<IndexFacts> sized = new ArrayList<>();
        for (IndexFacts index : table.indexes()) {
            sized.add(index.sized(indexBytes / table.indexes().size()));
        }
        if (sized.isEmpty() && indexBytes > 0) {
            ObjectName name = new ObjectName(
                    table.name().schema(), "(indexes of " + table.name().name() + ")");
            sized.add(new IndexFacts(name, indexBytes, false, false, true, List.of(), false, false, "btree", ""));
        }
        return sized;
    }

    private Optional<InnodbFacts> innodb(TableFacts table) {
        return table.innodb()
                .map(known -> new InnodbFacts(
                        storageEngine.isEmpty() ? known.engine() : storageEngine.toLowerCase(Locale.ROOT),
                        rowFormat.isEmpty() ? known.rowFormat() : rowFormat.toLowerCase(Locale.ROOT),
                        collation.isEmpty() ? known.collation() : collation,
                        rowVersions < 0 ? known.rowVersions() : rowVersions));
    }
}
