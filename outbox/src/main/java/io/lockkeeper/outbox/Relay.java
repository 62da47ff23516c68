package io.lockkeeper.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Publishes what is in the outbox, in order per key, and deletes it when the broker has it.
 *
 * <p>A crash anywhere republishes; it never loses and never reorders the first deliveries of a key: an event is sent only
 * after its predecessor of the same key was acknowledged, and a key that fails stays behind with all its later events.
 * Not thread-safe; any number of relays (threads, processes) may run on one outbox.
 */
final class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Transactions transactions;
    private final Publisher publisher;
    private final int batch;

    Relay(Transactions transactions, Publisher publisher, int batch) {
        this.transactions = transactions;
        this.publisher = publisher;
        this.batch = batch;
    }

    /**
     * @param published events that left the outbox
     * @param failed keys whose next event the broker refused
     * @param more whether another pass may find work at once
     */
    record Pass(int published, int failed, boolean more) {

        static final Pass IDLE = new Pass(0, 0, false);
    }

    /** Publishes one batch of one lane. */
    Pass pass() throws Exception {
        return transactions.inNew(connection -> {
            OptionalInt lane = OutboxTable.lockLane(connection);
            if (lane.isEmpty()) {
                return Pass.IDLE;
            }
            List<OutboxTable.Row> rows = OutboxTable.oldest(connection, lane.getAsInt(), batch);
            List<EventId> published = new ArrayList<>();
            int failed = publish(rows, published);
            OutboxTable.delete(connection, published);
            return new Pass(published.size(), failed, failed == 0);
        });
    }

    /** Sends in waves of at most one event per key; returns how many keys failed. */
    private int publish(List<OutboxTable.Row> rows, List<EventId> published) {
        Set<String> failedKeys = new HashSet<>();
        List<OutboxTable.Row> remaining = rows;
        while (!remaining.isEmpty()) {
            Map<String, OutboxTable.Row> wave = new LinkedHashMap<>();
            List<OutboxTable.Row> later = new ArrayList<>();
            for (OutboxTable.Row row : remaining) {
                String key = row.envelope().key();
                if (!failedKeys.contains(key) && wave.putIfAbsent(key, row) != null) {
                    later.add(row);
                }
            }
            sendWave(wave, published, failedKeys);
            remaining = later;
        }
        return failedKeys.size();
    }

    private void sendWave(Map<String, OutboxTable.Row> wave, List<EventId> published, Set<String> failedKeys) {
        List<Sent> sent = wave.values().stream()
                .map(row -> new Sent(row.envelope(), publisher.publish(row)))
                .toList();
        publisher.flush();
        for (Sent event : sent) {
            Envelope envelope = event.envelope();
            try {
                event.acknowledgement().toCompletableFuture().join();
                published.add(envelope.id());
            } catch (CompletionException | CancellationException e) {
                failedKeys.add(envelope.key());
                LOG.warnf(e, "event %s (%s of %s) stays in the outbox", envelope.id(), envelope.type(), envelope.key());
            }
        }
    }

    private record Sent(Envelope envelope, CompletionStage<?> acknowledgement) {}
}
