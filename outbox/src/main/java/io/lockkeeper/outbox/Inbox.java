package io.lockkeeper.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Where a listener hands in each record: the note that it was received and its effect are one transaction, so a record that
 * is delivered again changes nothing.
 *
 * <p>Metric {@code lockkeeper.inbox.events} by topic and outcome: applied, duplicate, ignored, retried, outage, dead, malformed,
 * overlapping (two records of a partition at once: the listener is wrong).
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final Duration BACK_OFF = Duration.ofMillis(200);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final MeterRegistry metrics;
    private final Duration backOff;
    private final Map<TopicPartition, Thread> busy = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @Inject
    Inbox(Transactions transactions, MeterRegistry metrics) {
        this(transactions, metrics, BACK_OFF);
    }

    Inbox(Transactions transactions, MeterRegistry metrics, Duration backOff) {
        this.transactions = transactions;
        this.metrics = metrics;
        this.backOff = backOff;
    }

    /** From here on nothing is given up: what fails because the service stops is delivered again after its next start. */
    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
    }

    /** The effect of one event; runs in the inbox's transaction. */
    @FunctionalInterface
    public interface Handler {
        void handle(Envelope envelope, byte[] value) throws Exception;
    }

    /**
     * Applies {@code handler} once per event id. While the database is away it waits and tries again, without limit and in
     * order; any other failure is tried three times and then leaves this method, for the dead-letter topic.
     *
     * <p>The listener is {@code @Blocking}, which takes one record after the other. {@code @RunOnVirtualThread} must not be
     * used: it takes up to 1,024 at once, in no order.
     *
     * <p>The handler's own database work belongs to the inbox's transaction. It must not talk to other databases: one that
     * is away would look like an outage and hold up the partition. A service has one listener per topic, because the inbox
     * knows events, not listeners.
     *
     * @throws Envelope.MalformedEvent at once, when the record is no event of Lockkeeper
     * @throws Unprocessable after three tries; nothing of them is committed
     */
    public void receive(ConsumerRecord<String, byte[]> record, Handler handler) {
        Envelope envelope = envelope(record);
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        MDC.put("event", envelope.id().toString());
        MDC.put("key", envelope.key());
        if (busy.putIfAbsent(partition, Thread.currentThread()) != null) {
            count("overlapping", envelope);
            LOG.errorf("two records of %s at once: their order is lost; a listener must be @Blocking", partition);
        }
        try {
            applyWithRetries(record, envelope, handler);
        } finally {
            busy.remove(partition, Thread.currentThread());
            MDC.remove("event");
            MDC.remove("key");
        }
    }

    /** Counts an event whose {@code oneof} this service does not know: written by a newer service, ignored by contract. */
    public void ignored(Envelope envelope) {
        count("ignored", envelope);
        LOG.infof("ignored an event of unknown type %s", envelope.type());
    }

    private Envelope envelope(ConsumerRecord<String, byte[]> record) {
        try {
            return Envelope.of(record);
        } catch (Envelope.MalformedEvent e) {
            count("malformed", record.topic());
            throw e;
        }
    }

    private void applyWithRetries(ConsumerRecord<String, byte[]> record, Envelope envelope, Handler handler) {
        int failures = 0;
        for (int waits = 0; ; waits++) {
            try {
                count(apply(envelope, record.value(), handler) ? "applied" : "duplicate", envelope);
                return;
            } catch (Exception e) {
                boolean outage = stopping || Outage.is(e);
                if (!outage && ++failures == TRIES) {
                    count("dead", envelope);
                    LOG.errorf(e, "%s goes to the dead-letter topic after %d tries", envelope.type(), TRIES);
                    throw new Unprocessable(envelope, e);
                }
                count(outage ? "outage" : "retried", envelope);
                LOG.warnf(e, "%s could not be applied; trying again", envelope.type());
                pause(waits);
            }
        }
    }

    private boolean apply(Envelope envelope, byte[] value, Handler handler) throws Exception {
        return transactions.inNew(connection -> {
            if (!InboxTable.insert(connection, envelope)) {
                return false;
            }
            Trace.within(envelope.traceparent(), () -> {
                handler.handle(envelope, value);
                return true;
            });
            return true;
        });
    }

    /** Waits in full even when interrupted: to leave {@code receive} by an exception would dead-letter the record. */
    private void pause(int waits) {
        Duration pause = backOff.multipliedBy(1L << Math.min(waits, 5));
        long end = System.nanoTime() + (pause.compareTo(MAX_BACK_OFF) < 0 ? pause : MAX_BACK_OFF).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                LOG.debug("interrupted while waiting for the database; the record is kept");
            }
        }
    }

    private void count(String outcome, Envelope envelope) {
        count(outcome, envelope.topic().kafkaName());
    }

    private void count(String outcome, String topic) {
        metrics.counter("lockkeeper.inbox.events", "outcome", outcome, "topic", topic)
                .increment();
    }

    /** An event that failed three times for a reason of its own. */
    public static final class Unprocessable extends RuntimeException {
        Unprocessable(Envelope envelope, Exception cause) {
            super(envelope.type() + " " + envelope.id() + " of " + envelope.key() + ": " + cause.getMessage(), cause);
        }
    }
}
