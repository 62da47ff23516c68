package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import java.util.Map;
import java.util.TreeMap;

/** How often each method was called, and with what end: {@code ok}, an error code, or {@code timeout}. */
public final class CallCounts {
    private final Map<String, Map<String, Integer>> ends = new TreeMap<>();

    void count(String method, String end) {
        ends.computeIfAbsent(method, m -> new TreeMap<>()).merge(end, 1, Integer::sum);
    }

    /** {@code {"chat.update":{"total":5,"ends":{"ok":4,"ratelimited":1}}}}. */
    public ObjectNode toJson() {
        ObjectNode all = Json.object();
        ends.forEach((method, counts) -> {
            ObjectNode one = all.putObject(method);
            one.put(
                    "total",
                    counts.values().stream().mapToInt(Integer::intValue).sum());
            ObjectNode byEnd = one.putObject("ends");
            counts.forEach(byEnd::put);
        });
        return all;
    }
}
