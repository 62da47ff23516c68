package io.lockkeeper.testbed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Polls until something is so, or fails at the deadline and says what it waited for. The only place that waits. */
public final class Await {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Await() {}

    /** A condition that may throw; a throw counts as "not yet" and becomes the cause of the failure. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    /** A look for a value; empty means "not yet". */
    @FunctionalInterface
    public interface Look<T> {
        Optional<T> at() throws Exception;
    }

    /** Assertions that hold at last. */
    @FunctionalInterface
    public interface Assertions {
        void hold() throws Exception;
    }

    /**
     * Waits until {@code condition} holds.
     *
     * @param what what is waited for, to follow "waited 5s for"
     * @throws AssertionError at the deadline
     */
    public static void until(String what, Duration atMost, Condition condition) {
        value(what, atMost, () -> condition.holds() ? Optional.of(Boolean.TRUE) : Optional.empty());
    }

    /** Waits until {@code assertions} pass; at the deadline the last failure is the cause. */
    public static void asserted(String what, Duration atMost, Assertions assertions) {
        until(what, atMost, () -> {
            assertions.hold();
            return true;
        });
    }

    /** Waits until {@code look} sees a value and returns it. */
    public static <T> T value(String what, Duration atMost, Look<T> look) {
        long deadline = System.nanoTime() + atMost.toNanos();
        @Nullable Throwable last;
        do {
            try {
                Optional<T> seen = look.at();
                if (seen.isPresent()) {
                    return seen.get();
                }
                last = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted while waiting for " + what, last);
            }
        } while (System.nanoTime() < deadline);
        String because = last == null ? "" : "; the last look failed: " + last.getMessage();
        throw new AssertionError("waited " + atMost.toMillis() + " ms in vain for " + what + because, last);
    }
}
