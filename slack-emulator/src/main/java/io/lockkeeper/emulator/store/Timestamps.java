package io.lockkeeper.emulator.store;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Gives message timestamps {@code seconds.micros}: unique and rising per channel, which makes them the messages' ids. */
public final class Timestamps {
    private final Clock clock;
    private final Map<String, Long> last = new HashMap<>();

    public Timestamps(Clock clock) {
        this.clock = clock;
    }

    public String next(String channel) {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
        long given = last.merge(channel, micros, (before, current) -> Math.max(before + 1, current));
        return format(given);
    }

    /** The present moment in the same form, for fields that need not be unique. */
    public String now() {
        Instant now = clock.instant();
        return format(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
    }

    private static String format(long micros) {
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }
}
