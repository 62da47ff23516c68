package io.lockkeeper.riskengine.read.pg;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BigStackTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    /** A thread that has just answered may not be idle yet, so that a next call may start one more; but not for ever. */
    @Test
    void keepsItsThreads() throws Exception {
        // given
        Set<Thread> threads = new HashSet<>();
        // when
        for (int i = 0; i < 200; i++) {
            threads.add(run("kept", LONG));
        }
        // then
        assertThat(threads).hasSizeLessThan(100);
    }

    @Test
    void leavesTheThreadThatIsTooSlowAndGivesTheNextCallAnother() throws Exception {
        // given
        CountDownLatch stuck = new CountDownLatch(1);
        Thread[] slow = new Thread[1];
        // when
        assertThatThrownBy(() -> BigStack.call("left", 1 << 20, Duration.ofMillis(50), () -> {
                    slow[0] = Thread.currentThread();
                    while (stuck.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                    return 1;
                }))
                .isInstanceOf(TimeoutException.class);
        Thread next = run("left", LONG);
        stuck.countDown();
        // then
        assertThat(next).isNotSameAs(slow[0]);
    }

    @Test
    void leaksNoInterruptIntoTheNextCall() throws Exception {
        // given
        assertThatThrownBy(() -> BigStack.call("interrupted", 1 << 20, Duration.ofMillis(50), () -> {
                    Thread.sleep(LONG);
                    return 1;
                }))
                .isInstanceOf(TimeoutException.class);
        // when
        for (int i = 0; i < 100; i++) {
            boolean interrupted = BigStack.call(
                    "interrupted", 1 << 20, LONG, () -> Thread.currentThread().isInterrupted());
            // then
            assertThat(interrupted).isFalse();
        }
    }

    @Test
    void survivesAStackThatWasTooSmall() throws Exception {
        assertThatThrownBy(() -> BigStack.call("deep", 1 << 20, LONG, () -> depth(0)))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(run("deep", LONG)).isNotNull();
    }

    private static int depth(int at) {
        return at == Integer.MAX_VALUE ? 0 : 1 + depth(at + 1);
    }

    private static Thread run(String name, Duration limit) throws Exception {
        return BigStack.call(name, 1 << 20, limit, Thread::currentThread);
    }
}
