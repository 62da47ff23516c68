package io.lockkeeper.riskengine.read;

import io.lockkeeper.riskengine.read.pg.BigStack;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Runs a foreign parser with a time limit and a stack of its own. */
final class Bounded {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Bounded() {}

    /** @throws Unsure when it takes too long or fails in a way that says nothing about the text */
    static <T> T run(long stackBytes, Callable<T> parser) {
        try {
            return BigStack.call("lockkeeper-sql-reader", stackBytes, LIMIT, parser);
        } catch (TimeoutException e) {
            throw Unsure.thisTime("reading it took longer than " + LIMIT.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unsure.thisTime("reading it was interrupted");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new Unsure("the parser failed with "
                    + (cause == null ? e : cause).getClass().getSimpleName());
        }
    }
}
