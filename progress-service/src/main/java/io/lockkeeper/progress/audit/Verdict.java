package io.lockkeeper.progress.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param intact whether every entry and the head are as they were written
 * @param entries entries read
 * @param head hash of the last entry that was found good
 * @param firstBroken the first thing that is wrong; null when nothing is
 */
public record Verdict(
        boolean intact, long entries, String head, @Nullable Break firstBroken, Instant verifiedAt) {

    /**
     * Where the chain breaks first.
     *
     * @param seq the entry, or the place where one is missing
     * @param reason one sentence
     */
    public record Break(long seq, String reason) {}
}
