package io.lockkeeper.riskengine.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement does to one table.
 *
 * @param table qualified where the target knows it
 * @param algorithm of online DDL on MySQL and MariaDB; null for everything else
 * @param blocks what others cannot do; more than the table's own lock says where indexes are locked too (REINDEX)
 * @param blocked how long others are kept out, from the lock's grant to its release; waiting for the lock is not in it
 * @param total how long the statement takes
 * @param basis what that rests on; empty where no finished run could say anything about it
 */
public record Effect(
        String table,
        @Nullable Algorithm algorithm,
        Lock lock,
        Blocks blocks,
        boolean rewrites,
        boolean scans,
        boolean dataLoss,
        SecondsRange blocked,
        SecondsRange total,
        List<Basis> basis) {
    public Effect {
        basis = List.copyOf(basis);
    }

    /** Of PostgreSQL. */
    public Effect(
            String table,
            Lock lock,
            Blocks blocks,
            boolean rewrites,
            boolean scans,
            boolean dataLoss,
            SecondsRange blocked,
            SecondsRange total) {
        this(table, null, lock, blocks, rewrites, scans, dataLoss, blocked, total, List.of());
    }

    /** The same for another table. */
    public Effect on(String other) {
        return new Effect(other, algorithm, lock, blocks, rewrites, scans, dataLoss, blocked, total, basis);
    }

    /** The same, its times resting on that. */
    public Effect from(List<Basis> other) {
        return new Effect(table, algorithm, lock, blocks, rewrites, scans, dataLoss, blocked, total, other);
    }

    /** The same, with rows gone for good. */
    public Effect losing() {
        return new Effect(table, algorithm, lock, blocks, rewrites, scans, true, blocked, total, basis);
    }

    /** Others are kept out for that much longer. */
    public Effect longer(SecondsRange until) {
        return new Effect(table, algorithm, lock, blocks, rewrites, scans, dataLoss, blocked.plus(until), total, basis);
    }

    /** Both on the same table: the stronger of each, and all the time. */
    public Effect and(Effect other) {
        return new Effect(
                table,
                worse(algorithm, other.algorithm),
                lock.compareTo(other.lock) >= 0 ? lock : other.lock,
                blocks.compareTo(other.blocks) >= 0 ? blocks : other.blocks,
                rewrites || other.rewrites,
                scans || other.scans,
                dataLoss || other.dataLoss,
                blocked.plus(other.blocked),
                total.plus(other.total),
                Basis.sum(basis, other.basis));
    }

    private static @Nullable Algorithm worse(@Nullable Algorithm a, @Nullable Algorithm b) {
        return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
    }
}
