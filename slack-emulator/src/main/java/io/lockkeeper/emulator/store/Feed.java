package io.lockkeeper.emulator.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tells every subscriber of every change. */
public final class Feed {
    private final Set<Consumer<Change>> subscribers = new LinkedHashSet<>();

    public void subscribe(Consumer<Change> subscriber) {
        subscribers.add(subscriber);
    }

    public void unsubscribe(Consumer<Change> subscriber) {
        subscribers.remove(subscriber);
    }

    public void publish(Change change) {
        List.copyOf(subscribers).forEach(subscriber -> subscriber.accept(change));
    }
}
