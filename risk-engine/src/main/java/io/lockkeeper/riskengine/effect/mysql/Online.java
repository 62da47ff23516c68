package io.lockkeeper.riskengine.effect.mysql;

import io.lockkeeper.riskengine.report.Algorithm;
import io.lockkeeper.riskengine.report.Lock;

/**
 * The cheapest way in which the server can carry out one action.
 *
 * @param rebuilds the whole table is written anew
 * @param reads the whole table is read
 * @param lock the weakest that the LOCK clause may name
 */
record Online(Algorithm algorithm, boolean rebuilds, boolean reads, Lock lock) {
    static final Online INSTANT = new Online(Algorithm.INSTANT, false, false, Lock.NONE);
    /** Metadata, through the storage engine. */
    static final Online METADATA = new Online(Algorithm.INPLACE, false, false, Lock.NONE);
    /** An index is built; writes go on. */
    static final Online BUILD = new Online(Algorithm.INPLACE, false, true, Lock.NONE);

    static final Online REBUILD = new Online(Algorithm.INPLACE, true, true, Lock.NONE);
    static final Online COPY = new Online(Algorithm.COPY, true, true, Lock.ONLINE_SHARED);

    /** The same, but writes wait. */
    Online shared() {
        return new Online(algorithm, rebuilds, reads, lock == Lock.NONE ? Lock.ONLINE_SHARED : lock);
    }

    /** The same, and others can neither read nor write. */
    Online exclusive() {
        return new Online(algorithm, rebuilds, reads, Lock.ONLINE_EXCLUSIVE);
    }

    /** The same, and writes go on: MariaDB 11.2 copies online. */
    Online unlocked() {
        return new Online(algorithm, rebuilds, reads, Lock.NONE);
    }

    /** The same, under at least that lock. */
    Online under(Lock least) {
        return new Online(algorithm, rebuilds, reads, lock.compareTo(least) >= 0 ? lock : least);
    }

    /** Both in one ALTER: the dearer of each. */
    Online and(Online other) {
        return new Online(
                algorithm.compareTo(other.algorithm) >= 0 ? algorithm : other.algorithm,
                rebuilds || other.rebuilds,
                reads || other.reads,
                lock.compareTo(other.lock) >= 0 ? lock : other.lock);
    }
}
