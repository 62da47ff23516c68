package io.lockkeeper.riskengine.effect;

/**
 * Where levels begin. The upper bound of an estimate is compared, so that doubt raises.
 *
 * @param mediumReadsBlockedSeconds reads and writes blocked for longer: MEDIUM
 * @param highReadsBlockedSeconds reads and writes blocked for longer: HIGH
 * @param mediumWritesBlockedSeconds writes blocked for longer: MEDIUM
 * @param highWritesBlockedSeconds writes blocked for longer: HIGH
 * @param smallRows a table with fewer rows and fewer bytes than {@code smallBytes} is small
 * @param busyWritesPerSecond a table above small that takes at least this many writes per second is in use: work under a
 *     lock that blocks writes is then HIGH
 * @param longTransactionSeconds an open transaction older than this makes waiting for a strong lock MEDIUM at least
 */
public record Thresholds(
        double mediumReadsBlockedSeconds,
        double highReadsBlockedSeconds,
        double mediumWritesBlockedSeconds,
        double highWritesBlockedSeconds,
        long smallRows,
        long smallBytes,
        double busyWritesPerSecond,
        double longTransactionSeconds) {
    /** As the design says them. */
    public static Thresholds defaults() {
        return new Thresholds(1, 10, 5, 60, 100_000, 256L << 20, 1, 30);
    }
}
