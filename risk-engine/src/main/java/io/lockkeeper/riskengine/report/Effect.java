package io.lockkeeper.riskengine.report;

/**
 * What a statement does to one table.
 *
 * @param table qualified where the target knows it
 * @param blocks what others cannot do; more than the table's own lock says where indexes are locked too (REINDEX)
 * @param blocked how long others are kept out, from the lock's grant to its release; waiting for the lock is not in it
 * @param total how long the statement takes
 */
public record Effect(
        String table,
        Lock lock,
        Blocks blocks,
        boolean rewrites,
        boolean scans,
        boolean dataLoss,
        SecondsRange blocked,
        SecondsRange total) {}
