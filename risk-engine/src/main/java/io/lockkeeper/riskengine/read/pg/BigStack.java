package io.lockkeeper.riskengine.read.pg;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs recursive work on a daemon thread with a stack of its own, for a limited time; then it is interrupted and left. Threads
 * are kept for the next call: to start one for each statement cost 0.2 ms at the median and over 1 ms at worst on two
 * processors that other work shared, fifty times a plan, and a hand-over 0.005 ms.
 */
public final class BigStack {
    private static final long IDLE_SECONDS = 10;
    private static final Map<Kind, ExecutorService> THREADS = new ConcurrentHashMap<>();

    private BigStack() {}

    private record Kind(String thread, long stackBytes) {}

    /** @throws ExecutionException with whatever the work threw, errors included */
    public static <T> T call(String thread, long stackBytes, Duration limit, Callable<T> work)
            throws ExecutionException, InterruptedException, TimeoutException {
        Future<T> task = THREADS.computeIfAbsent(new Kind(thread, stackBytes), BigStack::threads)
                .submit(work);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }

    /** As many as there are calls at once. One that was left is no longer idle, so nobody waits for it. */
    private static ExecutorService threads(Kind kind) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread runner = new Thread(null, work, kind.thread(), kind.stackBytes(), false);
                    runner.setDaemon(true);
                    return runner;
                });
    }
}
