package io.lockkeeper.riskengine.effect;

/**
 * Where levels begin. The upper bound of an estimate is compared, so that doubt raises. The four times are configuration.
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
    private static final double LONGEST = 24 * 3600;

    /** @throws IllegalArgumentException when the times make no sense together */
    public Thresholds {
        require("reads and writes are blocked", mediumReadsBlockedSeconds, highReadsBlockedSeconds);
        require("writes are blocked", mediumWritesBlockedSeconds, highWritesBlockedSeconds);
        if (mediumReadsBlockedSeconds > mediumWritesBlockedSeconds
                || highReadsBlockedSeconds > highWritesBlockedSeconds) {
            throw new IllegalArgumentException(
                    "blocked reads and writes hurt more than blocked writes, so they cannot be allowed for longer: "
                            + mediumReadsBlockedSeconds + "/" + highReadsBlockedSeconds + " s and "
                            + mediumWritesBlockedSeconds + "/" + highWritesBlockedSeconds + " s");
        }
    }

    private static void require(String what, double medium, double high) {
        if (!(medium >= 0 && medium <= high && high <= LONGEST)) {
            throw new IllegalArgumentException("where " + what + ", 0 <= medium <= high <= 1 day must hold, not "
                    + medium + " s and " + high + " s");
        }
    }

    /** As the design says them. */
    public static Thresholds defaults() {
        return new Thresholds(1, 10, 5, 60, 100_000, 256L << 20, 1, 30);
    }

    /** With other times; what makes a table small or busy stays. */
    public Thresholds withSeconds(
            double mediumReadsBlocked, double highReadsBlocked, double mediumWritesBlocked, double highWritesBlocked) {
        return new Thresholds(
                mediumReadsBlocked,
                highReadsBlocked,
                mediumWritesBlocked,
                highWritesBlocked,
                smallRows,
                smallBytes,
                busyWritesPerSecond,
                longTransactionSeconds);
    }
}
