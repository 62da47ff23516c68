package io.lockkeeper.riskengine.read;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a foreign parser on a daemon thread with a time limit and a stack of its own. */
final class Bounded {
    private static final long SECONDS = 5;
    private static final long STACK_BYTES = 16L << 20;

    private Bounded() {}

    /** @throws Unsure when it takes too long or fails in a way that says nothing about the text */
    static <T> T run(Callable<T> parser) {
        FutureTask<T> task = new FutureTask<>(parser);
        Thread thread = new Thread(null, task, "lockkeeper-sql-reader", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Unsure("reading it took longer than " + SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsure("reading it was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new Unsure("the parser failed with "
                    + (cause == null ? e : cause).getClass().getSimpleName());
        }
    }
}
