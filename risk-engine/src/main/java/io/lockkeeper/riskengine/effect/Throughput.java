package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.report.Work;
import java.util.List;

/**
 * How long work takes: bytes ÷ rate × ratio of the operation; as a range from 0.3 to 4 times that, and moved by what the
 * target's finished runs showed ({@link io.lockkeeper.riskengine.facts.Calibration}).
 *
 * <p>The ratios were measured on PostgreSQL 16 with a cached table of 3 million rows and 426 MB, relative to one full scan
 * (0.15 s): index build 3, concurrent build 8, primary key 4, foreign key check 2.5, rewrite 8 and about 4.7 more for
 * each index, VACUUM FULL 18, an update of every row about as much as a rewrite and its indexes. The rate is that of a
 * disk read cold by one process (100-200 MB/s is usual). Targets differ; the range is wide on purpose, and its upper end
 * decides levels.
 */
public final class Throughput {
    private static final double SCAN_BYTES_PER_SECOND = 150e6;

    private static final double INDEX_BUILD = 3;
    private static final double CONCURRENT_BUILD = 8;
    private static final double FOREIGN_KEY = 2.5;
    private static final double REWRITE = 8;
    private static final double REWRITE_PER_INDEX = 4.7;
    private static final double VACUUM_FULL = 18;
    /** GIN, GiST and their kind take 3 to 20 times as long as a B-tree. */
    private static final double SLOW_METHOD = 10;

    /** What a catalog change takes. */
    public static final Estimate METADATA = new Estimate(null, 0);

    /** Assumed of a table about which nothing is known. */
    private static final long ASSUMED_BYTES = 1L << 30;

    private Throughput() {}

    public static Estimate scan(List<TableFacts> tables) {
        return of(Work.SCAN, bytes(tables));
    }

    public static Estimate foreignKey(List<TableFacts> tables) {
        return of(Work.SCAN, bytes(tables) * FOREIGN_KEY);
    }

    public static Estimate indexBuild(List<TableFacts> tables, String method, boolean concurrently) {
        double slow = method.equals("btree") || method.equals("hash") || method.equals("brin") ? 1 : SLOW_METHOD;
        return concurrently
                ? of(Work.CONCURRENT_INDEX_BUILD, bytes(tables) * CONCURRENT_BUILD * slow)
                : of(Work.INDEX_BUILD, bytes(tables) * INDEX_BUILD * slow);
    }

    /** Only some indexes, the table itself stays. */
    public static Estimate indexRebuild(List<TableFacts> tables, int indexes) {
        return of(Work.INDEX_BUILD, bytes(tables) * INDEX_BUILD * Math.max(1, indexes));
    }

    public static Estimate rewrite(List<TableFacts> tables) {
        double work = 0;
        for (TableFacts table : tables) {
            work += table.bytes()
                    * (REWRITE + REWRITE_PER_INDEX * table.indexes().size());
        }
        return of(Work.REWRITE, tables.isEmpty() ? ASSUMED_BYTES * REWRITE : work);
    }

    public static Estimate vacuumFull(List<TableFacts> tables) {
        return of(Work.REWRITE, bytes(tables) * VACUUM_FULL);
    }

    private static double bytes(List<TableFacts> tables) {
        return tables.isEmpty()
                ? ASSUMED_BYTES
                : tables.stream().mapToLong(TableFacts::bytes).sum();
    }

    private static Estimate of(Work work, double scannedBytes) {
        return new Estimate(work, scannedBytes / SCAN_BYTES_PER_SECOND);
    }
}
