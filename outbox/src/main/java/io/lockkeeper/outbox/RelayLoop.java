package io.lockkeeper.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.AuthorizationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that runs the relay: woken by each commit that put an event, and by a poll for those of a dead sibling.
 *
 * <p>Metrics: {@code lockkeeper.outbox.published} (events), {@code lockkeeper.outbox.refused} (keys that the broker refused
 * in a pass), {@code lockkeeper.outbox.errors} (passes that ended with an error).
 */
@ApplicationScoped
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final long STOP_MILLIS = 20_000;

    private final Transactions transactions;
    private final OutboxConfig config;
    private final String bootstrapServers;
    private final Counter published;
    private final Counter refused;
    private final Counter errors;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    RelayLoop(
            Transactions transactions,
            OutboxConfig config,
            MeterRegistry metrics,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.transactions = transactions;
        this.config = config;
        this.bootstrapServers = bootstrapServers;
        published = metrics.counter("lockkeeper.outbox.published");
        refused = metrics.counter("lockkeeper.outbox.refused");
        errors = metrics.counter("lockkeeper.outbox.errors");
    }

    void start(@Observes StartupEvent started) {
        if (config.relay().batch() < 1) {
            throw new IllegalStateException("lockkeeper.relay.batch must be at least 1, not "
                    + config.relay().batch());
        }
        if (config.relay().enabled()) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake.release();
        Thread running = thread;
        if (running != null) {
            running.join(STOP_MILLIS);
        }
    }

    Synchronization wakeAfterCommit() {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is published before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake.release();
                }
            }
        };
    }

    /** Opens a new producer after each failure that may be the producer's own: some of its errors are for life. */
    private void run() {
        provisionTopics();
        while (!stopping) {
            try (KafkaPublisher publisher = new KafkaPublisher(bootstrapServers, config.service() + "-outbox")) {
                relayUntilFutile(
                        new Relay(transactions, publisher, config.relay().batch(), BACK_OFF));
            } catch (Exception | LinkageError | OutOfMemoryError e) {
                if (!stopping) {
                    errors.increment();
                    LOG.warn("the outbox could not be relayed; trying again", e);
                }
            }
            pause(BACK_OFF);
        }
    }

    private void relayUntilFutile(Relay relay) throws Exception {
        while (!stopping) {
            Relay.Pass pass = relay.pass();
            published.increment(pass.published());
            refused.increment(pass.refused());
            if (pass.futile()) {
                return;
            }
            if (!pass.worked()) {
                pause(config.relay().poll());
            }
        }
    }

    private void provisionTopics() {
        while (!stopping && config.relay().createTopics()) {
            try {
                TopicProvisioner.provision(bootstrapServers, config.relay().replicationFactor());
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    LOG.warn("this service may not create topics; it relays to those that exist", e);
                    return;
                }
                LOG.warn("the topics could not be provisioned; trying again", e);
                pause(BACK_OFF);
            } catch (Exception e) {
                LOG.warn("the topics could not be provisioned; trying again", e);
                pause(BACK_OFF);
            }
        }
    }

    /** Ends early when a commit wakes the relay. */
    private void pause(Duration atMost) {
        try {
            if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
