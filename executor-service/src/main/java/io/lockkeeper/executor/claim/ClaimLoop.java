package io.lockkeeper.executor.claim;

import io.lockkeeper.executor.config.ExecutorConfig;
import io.lockkeeper.executor.run.LiveRuns;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Keeps claiming for as long as the process lives. */
@ApplicationScoped
public class ClaimLoop {

    private static final Logger LOG = Logger.getLogger(ClaimLoop.class);

    private final ExecutorConfig.Runs config;
    private final Claimer claimer;
    private final Thread thread;
    private volatile boolean stopped;

    ClaimLoop(ExecutorConfig config, LiveRuns runs, RunWorker worker, RunMetrics metrics) {
        this.config = config.runs();
        if (this.config.heartbeat().multipliedBy(2).compareTo(this.config.lease()) > 0) {
            throw new IllegalStateException(
                    "lockkeeper.runs.heartbeat must be at most half of lockkeeper.runs.lease, or leases run out");
        }
        this.claimer = new Claimer(owner(), runs, worker::execute, metrics, this.config.parallel());
        this.thread = Thread.ofPlatform().name("claim-loop").daemon().unstarted(this::work);
    }

    void start(@Observes StartupEvent event) {
        if (config.claiming()) {
            thread.start();
        } else {
            LOG.warn("lockkeeper.runs.claiming is off: this process takes no runs");
        }
    }

    /** Looks at the queue now. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        if (!config.claiming()) {
            return;
        }
        wake();
        thread.join(config.poll().plusSeconds(5));
        if (!claimer.awaitIdle(config.shutdownGrace())) {
            LOG.error("stopping with live runs: recovery will judge them when their leases run out");
        }
    }

    private void work() {
        while (!stopped) {
            boolean more = false;
            try {
                more = claimer.pass();
            } catch (RuntimeException e) {
                LOG.warn("the queue could not be looked at; trying again", e);
            }
            if (!more) {
                LockSupport.parkNanos(config.poll().toNanos());
            }
        }
    }

    private static String owner() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = "unknown-host";
        }
        return host + "/" + ProcessHandle.current().pid();
    }
}
