package io.lockkeeper.executor.claim;

import io.lockkeeper.executor.run.LiveRuns;
import io.lockkeeper.executor.run.Run;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Takes runs off the queue for one executor; any number of claimers may share a queue. */
final class Claimer {

    private static final Logger LOG = Logger.getLogger(Claimer.class);

    private final String owner;
    private final LiveRuns runs;
    private final Consumer<LiveRuns.Held> worker;
    private final RunMetrics metrics;
    private final int parallel;
    private final Semaphore free;

    /** Whose {@code worker} must carry each run to its end and never throw. */
    Claimer(String owner, LiveRuns runs, Consumer<LiveRuns.Held> worker, RunMetrics metrics, int parallel) {
        this.owner = owner;
        this.runs = runs;
        this.worker = worker;
        this.metrics = metrics;
        this.parallel = parallel;
        this.free = new Semaphore(parallel);
    }

    /**
     * Judges one abandoned run and claims one waiting run, if there are.
     *
     * @return whether there was anything, so that another pass may find more
     */
    boolean pass() {
        Optional<Run> recovered = runs.recover();
        recovered.ifPresent(this::toldOf);
        if (!free.tryAcquire()) {
            return recovered.isPresent();
        }
        boolean claimed = false;
        try {
            Optional<LiveRuns.Held> held = runs.claim(owner);
            claimed = held.isPresent();
            held.ifPresent(this::begin);
        } finally {
            if (!claimed) {
                free.release();
            }
        }
        return claimed || recovered.isPresent();
    }

    /** Waits until every run of this claimer has ended; false when they have not in time. */
    boolean awaitIdle(Duration atMost) throws InterruptedException {
        if (!free.tryAcquire(parallel, atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        free.release(parallel);
        return true;
    }

    private void begin(LiveRuns.Held held) {
        Thread.ofVirtual().name("run-" + held.run().id()).start(() -> {
            try {
                worker.accept(held);
            } finally {
                free.release();
            }
        });
    }

    private void toldOf(Run run) {
        metrics.recovered(run);
        LOG.warnf(
                "run %s of migration %s was abandoned by its executor; it is now %s",
                run.id(), run.migration(), run.state().getClass().getSimpleName());
    }
}
