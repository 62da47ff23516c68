package io.lockkeeper.executor.claim;

import io.lockkeeper.executor.run.Lease;
import io.lockkeeper.executor.run.LiveRuns;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Keeps one lease alive from a thread of its own, so that a statement of hours does not lose its run. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final LiveRuns runs;
    private final Lease lease;
    private final Duration interval;
    private final Thread thread;
    private volatile boolean closed;

    private Heartbeat(LiveRuns runs, Lease lease, Duration interval) {
        this.runs = runs;
        this.lease = lease;
        this.interval = interval;
        this.thread = Thread.ofVirtual().name("heartbeat-" + lease.run()).unstarted(this::beat);
    }

    static Heartbeat of(LiveRuns runs, Lease lease, Duration interval) {
        Heartbeat heartbeat = new Heartbeat(runs, lease, interval);
        heartbeat.thread.start();
        return heartbeat;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void beat() {
        while (!closed) {
            LockSupport.parkNanos(interval.toNanos());
            try {
                if (!closed && !runs.renew(lease)) {
                    LOG.errorf("the lease of run %s is lost; nothing more will be sent for it", lease.run());
                    return;
                }
            } catch (RuntimeException e) {
                LOG.warnf(e, "the lease of run %s could not be renewed; trying again", lease.run());
            }
        }
    }
}
