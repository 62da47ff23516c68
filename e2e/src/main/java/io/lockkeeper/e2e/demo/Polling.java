package io.lockkeeper.e2e.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, with a deadline. */
public final class Polling {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Polling() {}

    /**
     * The first present answer.
     *
     * @throws IllegalStateException when {@code atMost} passes without one, naming {@code what}
     */
    public static <T> T until(String what, Duration atMost, Callable<Optional<T>> question) throws Exception {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> answer = question.call();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + atMost.toSeconds() + " s in vain for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
