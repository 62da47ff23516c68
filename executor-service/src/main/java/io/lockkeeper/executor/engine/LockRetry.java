package io.lockkeeper.executor.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a lock is asked for again: doubling from half a second to ten seconds, each between half and one and a
 * half times that, so that those who wait behind the lock get their turn and two migrations do not meet again.
 */
public final class LockRetry {

    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 10_000;

    private final RandomGenerator random;

    public LockRetry(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The next pause.
     *
     * @param attempt that failed, from 0
     */
    public Duration pause(int attempt) {
        long base = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
        return Duration.ofMillis(base / 2 + random.nextLong(base + 1));
    }

    /** Waits; returns early when the thread is interrupted. */
    public void await(int attempt) {
        LockSupport.parkNanos(pause(attempt).toNanos());
    }
}
