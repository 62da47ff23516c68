package io.lockkeeper.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what is in the outbox, in order per key, and deletes it when the broker has it.
 *
 * <p>A crash anywhere republishes; it never loses and never reorders the first deliveries of a key. That follows from two
 * rules alone: an event is sent only after its predecessor of the same key was acknowledged or is gone from the table, and a
 * row is deleted only after its own acknowledgement. The lane lock adds that no two relays do the same work.
 *
 * <p>A key that the broker refuses stays behind with all its later events and is left alone for a moment, so that it
 * delays neither its lane nor the others. Not thread-safe; any number of relays (threads, processes) may run on one outbox.
 */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** With the producer's own time-outs behind it, a pass still ends well within its transaction's time-out. */
    private static final Duration SENDING_ENDS_AFTER = Duration.ofSeconds(15);

    private final Transactions transactions;
    private final Publisher publisher;
    private final int batch;
    private final Duration hold;
    private final Map<String, Long> heldUntil = new HashMap<>();

    /** @param hold how long a key that the broker refused is left alone */
    Relay(Transactions transactions, Publisher publisher, int batch, Duration hold) {
        this.transactions = transactions;
        this.publisher = publisher;
        this.batch = batch;
        this.hold = hold;
    }

    /**
     * @param published events that left the outbox
     * @param refused keys whose next event the broker refused
     */
    record Pass(int published, int refused) {

        static final Pass IDLE = new Pass(0, 0);

        /** Whether there was work: then another pass may find more at once. */
        boolean worked() {
            return published + refused > 0;
        }

        /** Whether the broker took nothing at all. */
        boolean futile() {
            return published == 0 && refused > 0;
        }
    }

    /** Publishes one batch of one lane. */
    Pass pass() throws Exception {
        releaseHeld();
        return transactions.inNew(connection -> {
            OptionalInt lane = OutboxTable.lockLane(connection, heldUntil.keySet());
            if (lane.isEmpty()) {
                return Pass.IDLE;
            }
            Batch sending = new Batch();
            sending.send(OutboxTable.oldest(connection, lane.getAsInt(), batch, heldUntil.keySet()));
            OutboxTable.delete(connection, sending.published);
            return sending.result();
        });
    }

    private void releaseHeld() {
        heldUntil.values().removeIf(until -> System.nanoTime() - until >= 0);
    }

    /** The work of one pass. */
    private final class Batch {

        private final List<EventId> published = new ArrayList<>();
        private final Map<String, Throwable> refused = new LinkedHashMap<>();
        private final long deadline = System.nanoTime() + SENDING_ENDS_AFTER.toNanos();

        /** Sends in waves of at most one event per key. */
        void send(List<OutboxTable.Row> rows) {
            List<OutboxTable.Row> remaining = rows;
            while (!remaining.isEmpty() && !late()) {
                Map<String, OutboxTable.Row> wave = new LinkedHashMap<>();
                List<OutboxTable.Row> later = new ArrayList<>();
                for (OutboxTable.Row row : remaining) {
                    String key = row.envelope().key();
                    if (!refused.containsKey(key) && wave.putIfAbsent(key, row) != null) {
                        later.add(row);
                    }
                }
                sendWave(wave);
                remaining = later;
            }
            reportRefused();
        }

        private void sendWave(Map<String, OutboxTable.Row> wave) {
            List<Sent> sent = new ArrayList<>();
            for (OutboxTable.Row row : wave.values()) {
                // Without metadata each send blocks; the rest of the wave is for the next pass then.
                if (late()) {
                    refused.put(row.envelope().key(), new IllegalStateException("no time left in this pass"));
                } else {
                    sent.add(new Sent(row.envelope(), publisher.publish(row)));
                }
            }
            sent.forEach(this::await);
        }

        private void await(Sent event) {
            try {
                event.acknowledgement().toCompletableFuture().join();
                published.add(event.envelope().id());
            } catch (CompletionException | CancellationException e) {
                @Nullable Throwable cause = e.getCause();
                refused.put(event.envelope().key(), cause == null ? e : cause);
            }
        }

        private boolean late() {
            return System.nanoTime() - deadline >= 0;
        }

        /** One line for all: while the broker is away every key is refused, again and again. */
        private void reportRefused() {
            if (refused.isEmpty()) {
                return;
            }
            long until = System.nanoTime() + hold.toNanos();
            refused.keySet().forEach(key -> heldUntil.put(key, until));
            Map.Entry<String, Throwable> first = refused.entrySet().iterator().next();
            LOG.warnf(
                    "events of %d keys stay in the outbox, first of %s: %s",
                    refused.size(), first.getKey(), first.getValue());
        }

        Pass result() {
            return new Pass(published.size(), refused.size());
        }
    }

    private record Sent(Envelope envelope, CompletionStage<?> acknowledgement) {}
}
