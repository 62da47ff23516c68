package io.lockkeeper.outbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what it is given, except of refused keys. */
final class FakePublisher implements Publisher {

    final List<OutboxTable.Row> taken = new CopyOnWriteArrayList<>();
    final Set<String> refusing = ConcurrentHashMap.newKeySet();

    @Override
    public CompletionStage<?> publish(OutboxTable.Row event) {
        if (refusing.contains(event.envelope().key())) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused"));
        }
        taken.add(event);
        return CompletableFuture.completedFuture(event);
    }

    List<EventId> taken(String key) {
        return taken.stream()
                .map(OutboxTable.Row::envelope)
                .filter(envelope -> envelope.key().equals(key))
                .map(Envelope::id)
                .toList();
    }
}
