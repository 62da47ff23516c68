package io.lockkeeper.emulator.interaction;

import io.lockkeeper.emulator.wire.Ids;
import io.lockkeeper.emulator.wire.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trigger ids: the right to open one view for the user who acted, within three seconds, once. */
public final class Triggers {
    private static final Duration LIFETIME = Duration.ofSeconds(3);
    /** How long a dead trigger is remembered, so that its late use is called expired rather than invalid. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Map<String, Trigger> given = new LinkedHashMap<>();
    private final Clock clock;
    private final Ids ids;

    private record Trigger(String user, Instant at, boolean used) {}

    public Triggers(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    String give(String user) {
        Instant now = clock.instant();
        given.values().removeIf(t -> t.at().plus(REMEMBERED).isBefore(now));
        String id = ids.digits(12) + "." + ids.digits(11) + "." + ids.secret(16);
        given.put(id, new Trigger(user, now, false));
        return id;
    }

    /** Who acted, when the trigger is still good. Does not use it up: a view that is refused leaves it usable. */
    String check(String id) {
        if (!id.matches("\\d+\\.\\d+\\.[0-9a-f]+")) {
            throw Refused.arguments("invalid `trigger_id` [json-pointer:/trigger_id]");
        }
        Trigger trigger = given.get(id);
        if (trigger == null) {
            throw new Refused("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new Refused("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.at().plus(LIFETIME))) {
            throw new Refused("expired_trigger_id");
        }
        return trigger.user();
    }

    void use(String id) {
        given.computeIfPresent(id, (key, trigger) -> new Trigger(trigger.user(), trigger.at(), true));
    }
}
