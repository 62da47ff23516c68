package io.lockkeeper.approval.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing in scope may start, set by a person. It is never deleted: one that is ended early says by whom.
 *
 * @param from first instant that is closed
 * @param until first instant that is open again
 * @param setBy identity of who set it
 * @param ended who ended it early and when; null while it stands
 */
public record Freeze(
        FreezeId id,
        String reason,
        Instant from,
        Instant until,
        Scope scope,
        String setBy,
        Instant setAt,
        @Nullable Ending ended) {

    /** The early end of a freeze. */
    public record Ending(String by, Instant at) {}

    public Freeze {
        if (!until.isAfter(from) || reason.isBlank()) {
            throw new IllegalArgumentException("freeze " + id + " needs a reason, and an end after its beginning");
        }
    }

    /** The first instant at which it no longer closes anything. */
    Instant end() {
        return ended != null && ended.at().isBefore(until) ? ended.at() : until;
    }

    boolean overAt(Instant now) {
        return !now.isBefore(end());
    }

    boolean closes(Instant moment) {
        return !moment.isBefore(from) && !overAt(moment);
    }
}
