package io.lockkeeper.riskengine.read.pg;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs recursive work on a daemon thread with a stack of its own, for a limited time; then it is interrupted and left. */
public final class BigStack {
    private BigStack() {}

    /** @throws ExecutionException with whatever the work threw, errors included */
    public static <T> T call(String thread, long stackBytes, Duration limit, Callable<T> work)
            throws ExecutionException, InterruptedException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread runner = new Thread(null, task, thread, stackBytes);
        runner.setDaemon(true);
        runner.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
