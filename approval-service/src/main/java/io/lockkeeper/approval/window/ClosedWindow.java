package io.lockkeeper.approval.window;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing may start now, and when it next may.
 *
 * @param reason the freeze's reason or the peak's name
 * @param until when this one ends; another may follow at once
 * @param suggestedFrom the earliest moment from which the migration fits between closed windows; null when none was found
 * @param suggestedUntil when the next window closes after that; null when none is known
 */
public record ClosedWindow(
        Kind kind,
        String reason,
        Instant until,
        @Nullable Instant suggestedFrom,
        @Nullable Instant suggestedUntil) {

    /** Who closed it. */
    public enum Kind {
        FREEZE,
        PEAK
    }
}
