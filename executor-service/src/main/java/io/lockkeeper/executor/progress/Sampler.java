package io.lockkeeper.executor.progress;

import io.lockkeeper.executor.engine.RunContext.Watch;
import io.lockkeeper.executor.run.LiveRuns;
import io.lockkeeper.executor.target.TargetSession;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one run from a connection of its own and publishes what it sees: whenever that changes, and every few seconds when
 * it does not. Whatever goes wrong here is logged and counted and never touches the run.
 */
public final class Sampler implements Watch, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Sampler.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final int TROUBLES_LOGGED = 3;

    private final LiveRuns.Held held;
    private final TargetSession session;
    private final int statements;
    private final Duration interval;
    private final Consumer<Sample> publish;
    private final Runnable countTrouble;
    private final Thread thread;

    private volatile int statement;
    private volatile boolean closed;
    private int troubles;
    private @Nullable Sample last;
    private long lastAt;

    /** @param countTrouble called for each look that failed */
    public Sampler(
            LiveRuns.Held held,
            TargetSession session,
            int statements,
            Duration interval,
            Consumer<Sample> publish,
            Runnable countTrouble) {
        this.held = held;
        this.session = session;
        this.statements = statements;
        this.interval = interval;
        this.publish = publish;
        this.countTrouble = countTrouble;
        this.thread = Thread.ofVirtual().name("sampler-" + held.run().id()).unstarted(this::work);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void statement(int index) {
        statement = index;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            // A look takes at most two seconds; the run's end is not told before its last sample.
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!closed) {
            try (Connection connection = session.second("monitor")) {
                ServerView view = new ServerView(connection, session.backend());
                while (!closed) {
                    publish(view.look(statement, statements));
                    LockSupport.parkNanos(interval.toNanos());
                }
            } catch (Exception e) {
                trouble(e);
            }
        }
    }

    private void publish(Sample sample) {
        long now = System.nanoTime();
        if (!sample.equals(last) || now - lastAt >= AT_LEAST_EVERY.toNanos()) {
            publish.accept(sample);
            last = sample;
            lastAt = now;
        }
    }

    private void trouble(Exception e) {
        countTrouble.run();
        if (++troubles <= TROUBLES_LOGGED) {
            LOG.warnf(
                    "progress of run %s could not be measured (%s); the run goes on",
                    held.run().id(), e.getClass().getSimpleName());
        }
        LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
    }
}
