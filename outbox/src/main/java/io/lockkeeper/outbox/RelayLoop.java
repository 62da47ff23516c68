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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The thread that runs the relay: woken by each commit that put an event, and by a poll for those of a dead sibling. */
@ApplicationScoped
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);
    private static final long STOP_MILLIS = 25_000;

    private final Transactions transactions;
    private final OutboxConfig config;
    private final String bootstrapServers;
    private final Counter published;
    private final Counter failed;
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
        failed = metrics.counter("lockkeeper.outbox.failed");
    }

    void start(@Observes StartupEvent started) {
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

    private void run() {
        provisionTopics();
        try (KafkaPublisher publisher = new KafkaPublisher(bootstrapServers, config.service() + "-outbox")) {
            Relay relay = new Relay(transactions, publisher, config.relay().batch());
            while (!stopping) {
                if (!passSafely(relay).more()) {
                    await(config.relay().poll());
                }
            }
        }
    }

    private Relay.Pass passSafely(Relay relay) {
        try {
            Relay.Pass pass = relay.pass();
            published.increment(pass.published());
            failed.increment(pass.failed());
            return pass;
        } catch (Exception e) {
            if (!stopping) {
                failed.increment();
                LOG.warn("the outbox could not be relayed; trying again", e);
                await(BACK_OFF);
            }
            return Relay.Pass.IDLE;
        }
    }

    private void provisionTopics() {
        while (!stopping && config.relay().createTopics()) {
            try {
                TopicProvisioner.provision(bootstrapServers, config.relay().replicationFactor());
                return;
            } catch (Exception e) {
                LOG.warn("the topics could not be provisioned; trying again", e);
                await(BACK_OFF);
            }
        }
    }

    private void await(Duration atMost) {
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
