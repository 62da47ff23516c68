package io.lockkeeper.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Where a listener hands in each record: the note that it was received and its effect are one transaction, so a record that
 * is delivered again changes nothing.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 3;
    private static final Duration BACK_OFF = Duration.ofMillis(200);
    private static final Duration MAX_BACK_OFF = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final MeterRegistry metrics;

    Inbox(Transactions transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** The effect of one event; runs in the inbox's transaction. */
    @FunctionalInterface
    public interface Handler {
        void handle(Envelope envelope, byte[] value) throws Exception;
    }

    /**
     * Applies {@code handler} once per event id. While the database is away it waits and tries again, without limit and in
     * order; any other failure is tried three times and then leaves this method, for the dead-letter topic.
     */
    public void receive(ConsumerRecord<String, byte[]> record, Handler handler) {
        Envelope envelope = Envelope.of(record);
        MDC.put("event", envelope.id().toString());
        MDC.put("key", envelope.key());
        try {
            applyWithRetries(record, envelope, handler);
        } finally {
            MDC.remove("event");
            MDC.remove("key");
        }
    }

    /** Counts an event whose {@code oneof} this service does not know: written by a newer service, ignored by contract. */
    public void ignored(Envelope envelope) {
        count("ignored", envelope);
        LOG.infof("ignored an event of unknown type %s", envelope.type());
    }

    private void applyWithRetries(ConsumerRecord<String, byte[]> record, Envelope envelope, Handler handler) {
        int failures = 0;
        for (int waits = 0; ; waits++) {
            try {
                count(apply(envelope, record.value(), handler) ? "applied" : "duplicate", envelope);
                return;
            } catch (Exception e) {
                boolean outage = Outage.is(e);
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

    private static void pause(int waits) {
        Duration pause = BACK_OFF.multipliedBy(1L << Math.min(waits, 5));
        LockSupport.parkNanos((pause.compareTo(MAX_BACK_OFF) < 0 ? pause : MAX_BACK_OFF).toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("interrupted; the record will be delivered again");
        }
    }

    private void count(String outcome, Envelope envelope) {
        metrics.counter(
                        "lockkeeper.inbox.events",
                        "outcome",
                        outcome,
                        "topic",
                        envelope.topic().kafkaName())
                .increment();
    }

    /** An event that failed three times for a reason of its own. */
    public static final class Unprocessable extends RuntimeException {
        Unprocessable(Envelope envelope, Exception cause) {
            super(envelope.type() + " " + envelope.id() + " of " + envelope.key() + ": " + cause.getMessage(), cause);
        }
    }
}
