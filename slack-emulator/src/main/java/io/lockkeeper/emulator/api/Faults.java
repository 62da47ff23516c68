package io.lockkeeper.emulator.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Faults that a test has ordered: the next {@code times} calls of a method fail that way. */
public final class Faults {
    /** {@code *_AFTER_SUCCESS}: the call does its work and the caller does not learn of it. */
    public enum Kind {
        RATELIMITED,
        INTERNAL_ERROR,
        INTERNAL_ERROR_AFTER_SUCCESS,
        SERVICE_UNAVAILABLE,
        TIMEOUT,
        TIMEOUT_AFTER_SUCCESS,
        MESSAGE_NOT_FOUND,
        CHANNEL_NOT_FOUND,
        IS_ARCHIVED,
        EDIT_WINDOW_CLOSED;

        public static Optional<Kind> named(String name) {
            return List.of(values()).stream()
                    .filter(kind -> kind.text().equals(name))
                    .findFirst();
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<String, List<Kind>> ordered = new HashMap<>();

    public void order(String method, Kind kind, int times) {
        List<Kind> queue = ordered.computeIfAbsent(method, m -> new ArrayList<>());
        for (int i = 0; i < times; i++) {
            queue.add(kind);
        }
    }

    public void clear() {
        ordered.clear();
    }

    Optional<Kind> next(String method) {
        List<Kind> queue = ordered.getOrDefault(method, List.of());
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.removeFirst());
    }
}
