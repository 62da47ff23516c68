package io.lockkeeper.notifier.delivery;

import io.lockkeeper.notifier.NotifierConfig;
import io.lockkeeper.notifier.card.Cards;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that asks for work, woken by each commit that changed a card, and by a poll for what others left behind. */
@ApplicationScoped
class DeliveryLoop {

    private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final Duration BURST = Duration.ofMillis(30);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final long BACKLOG_NANOS = Duration.ofSeconds(5).toNanos();

    private final Deliveries deliveries;
    private final Courier courier;
    private final DueStore due;
    private final DeliveryMetrics metrics;
    private final int concurrency;
    private final Semaphore couriers;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private long backlogCountedAt = System.nanoTime() - BACKLOG_NANOS;
    private @Nullable Thread thread;

    DeliveryLoop(Deliveries deliveries, Courier courier, DueStore due, DeliveryMetrics metrics, NotifierConfig config) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.due = due;
        this.metrics = metrics;
        concurrency = config.delivery().concurrency();
        couriers = new Semaphore(concurrency);
        Duration twice = config.slack().timeout().multipliedBy(2);
        if (config.delivery().lease().compareTo(twice) < 0) {
            throw new IllegalStateException(
                    "lockkeeper.delivery.lease must be at least twice lockkeeper.slack.timeout");
        }
        if (config.delivery().refresh().compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalStateException(
                    "lockkeeper.delivery.refresh may be 60s at most: no running migration is silent");
        }
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("slack-delivery").daemon(true).start(this::run);
    }

    /** Calls under way may finish and be noted; the rest is another instance's, or the next start's. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        Thread running = thread;
        if (running != null) {
            running.join(STOP.toMillis());
        }
        if (!couriers.tryAcquire(concurrency, STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("stopped while a call to Slack was under way; the next start looks whether it arrived");
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Cards.Changed change) {
        wake.release();
    }

    private void run() {
        while (!stopping) {
            try {
                couriers.acquire();
                Duration pause = turn();
                if (!pause.isZero()) {
                    await(pause);
                }
            } catch (InterruptedException e) {
                stopping = true;
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Hands at most one piece of work to a courier; returns how long to wait before asking again. */
    private Duration turn() {
        try {
            countBacklog();
            Deliveries.Turn turn = deliveries.next();
            if (turn.work().isPresent()) {
                Work work = turn.work().get();
                Thread.ofVirtual().name("slack-courier").start(() -> carry(work));
                return Duration.ZERO;
            }
            couriers.release();
            return turn.pause();
        } catch (SQLException | RuntimeException e) {
            couriers.release();
            if (!stopping) {
                LOG.warn("no work could be handed out; trying again", e);
            }
            return BACK_OFF;
        }
    }

    private void carry(Work work) {
        try {
            courier.deliver(work);
        } finally {
            couriers.release();
            wake.release();
        }
    }

    private void countBacklog() throws SQLException {
        if (System.nanoTime() - backlogCountedAt >= BACKLOG_NANOS) {
            backlogCountedAt = System.nanoTime();
            metrics.backlog(due.backlog());
        }
    }

    /** Changes come in bursts: after a turn that found nothing to do, the next one takes those of a moment together. */
    private void await(Duration atMost) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(Math.min(BURST.toMillis(), atMost.toMillis()));
        if (wake.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
