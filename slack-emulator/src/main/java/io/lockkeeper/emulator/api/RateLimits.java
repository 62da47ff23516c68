package io.lockkeeper.emulator.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sliding windows: a method takes its tier's calls in any 60 seconds, and {@code chat.postMessage} one a second per
 * channel. {@code burst} more are tolerated in each window, since Slack tolerates bursts and publishes no number.
 * A refused call does not count.
 */
public final class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> windows = new HashMap<>();
    private final Clock clock;
    private final int burst;
    private final boolean enabled;

    private RateLimits(Clock clock, int burst, boolean enabled) {
        this.clock = clock;
        this.burst = burst;
        this.enabled = enabled;
    }

    public static RateLimits of(Clock clock, int burst) {
        if (burst < 0) {
            throw new IllegalArgumentException("A burst of " + burst + " calls is impossible");
        }
        return new RateLimits(clock, burst, true);
    }

    public static RateLimits off(Clock clock) {
        return new RateLimits(clock, 0, false);
    }

    /** Empty when the call is admitted (and counted), else how long to wait, at least a second, as {@code Retry-After} says. */
    Optional<Duration> admit(String method, Tier tier, String channel) {
        if (!enabled) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        int limit = tier.perMinute() + burst;
        Deque<Instant> minute = window(method, now, MINUTE);
        if (minute.size() >= limit) {
            return Optional.of(wait(minute, now, MINUTE));
        }
        if (tier == Tier.POSTING) {
            Duration period = Duration.ofSeconds(1L + burst);
            Deque<Instant> posts = window(method + "/" + channel, now, period);
            if (posts.size() > burst) {
                return Optional.of(wait(posts, now, period));
            }
            posts.addLast(now);
        }
        minute.addLast(now);
        return Optional.empty();
    }

    private Deque<Instant> window(String key, Instant now, Duration period) {
        Deque<Instant> window = windows.computeIfAbsent(key, k -> new ArrayDeque<>());
        Instant start = now.minus(period);
        while (!window.isEmpty() && !window.getFirst().isAfter(start)) {
            window.removeFirst();
        }
        return window;
    }

    private static Duration wait(Deque<Instant> window, Instant now, Duration period) {
        long millis = Duration.between(now, window.getFirst().plus(period)).toMillis();
        return Duration.ofSeconds(Math.max(1, Math.ceilDiv(millis, 1_000L)));
    }
}
