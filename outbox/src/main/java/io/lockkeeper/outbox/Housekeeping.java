package io.lockkeeper.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What has to be done now and then: measure the outbox's backlog and forget old events of the inbox.
 *
 * <p>Metrics: {@code lockkeeper.outbox.backlog} (events that wait, counted up to 100,000) and {@code
 * lockkeeper.outbox.oldest.age} (seconds the oldest of them waits; it rises while the database cannot be asked).
 */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration MEASURE_EVERY = Duration.ofSeconds(10);

    /** Rows of one delete, and deletes of one clean-up: no long transaction, and no clean-up without end. */
    static final int BATCH = 1_000;

    static final int BATCHES = 100;

    private final Transactions transactions;
    private final OutboxConfig config;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outbox-housekeeping").factory());
    private volatile OutboxTable.Backlog backlog = new OutboxTable.Backlog(0, Optional.empty());

    Housekeeping(Transactions transactions, OutboxConfig config, MeterRegistry metrics) {
        this.transactions = transactions;
        this.config = config;
        Gauge.builder("lockkeeper.outbox.backlog", () -> backlog.events()).register(metrics);
        Gauge.builder("lockkeeper.outbox.oldest.age", this::oldestAgeSeconds)
                .baseUnit("seconds")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        Duration retention = config.inbox().retention();
        if (retention.compareTo(TopicProvisioner.RETENTION) <= 0) {
            throw new IllegalStateException(
                    "lockkeeper.inbox.retention is %s; it must be longer than Kafka keeps records (%s), or an old record is applied twice"
                            .formatted(retention, TopicProvisioner.RETENTION));
        }
        every(MEASURE_EVERY, this::measure);
        every(config.inbox().cleanUpEvery(), this::cleanUp);
    }

    void stop(@Observes ShutdownEvent stopped) {
        schedule.shutdownNow();
    }

    void measure() throws Exception {
        backlog = transactions.inNew(OutboxTable::backlog);
    }

    /** Deletes in small transactions; what is left over after the last of them is for the next time. */
    void cleanUp() throws Exception {
        Duration retention = config.inbox().retention();
        for (int i = 0; i < BATCHES && !Thread.currentThread().isInterrupted(); i++) {
            int deleted = transactions.inNew(connection -> InboxTable.deleteOlderThan(connection, retention, BATCH));
            if (deleted < BATCH) {
                return;
            }
        }
    }

    private double oldestAgeSeconds() {
        return backlog.oldest()
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, Instant.now()).toMillis()) / 1000.0)
                .orElse(0.0);
    }

    private void every(Duration period, Chore chore) {
        Runnable safely = () -> {
            try {
                chore.run();
            } catch (Exception e) {
                LOG.warnf("a chore of the outbox failed and will be tried again: %s", e);
            }
        };
        // It ends with the schedule, and it never fails.
        Future<?> unused = schedule.scheduleWithFixedDelay(safely, 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private interface Chore {
        void run() throws Exception;
    }
}
