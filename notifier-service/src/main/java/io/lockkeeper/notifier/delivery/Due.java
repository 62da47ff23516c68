package io.lockkeeper.notifier.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that could be brought to Slack now, as far as the database knows.
 *
 * @param lane the target's channel as configured: one call at a time, and the budget of posts, go by it
 * @param eventId of a reply, else null
 */
record Due(
        Kind kind,
        String migrationId,
        String lane,
        @Nullable UUID eventId) {

    /** In the order in which they are served. */
    enum Kind {
        /** A card that people do not see at all yet. */
        POST,
        /** A decision, a change of state, an end. */
        URGENT_EDIT,
        REPLY,
        /** Moving numbers, or the refresh of a card that has been quiet. */
        PROGRESS_EDIT;

        boolean edits() {
            return this == URGENT_EDIT || this == PROGRESS_EDIT;
        }
    }
}
