package io.lockkeeper.notifier.delivery;

import io.lockkeeper.notifier.drawing.Card;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call to Slack that is due, handed out under a lease. */
sealed interface Work {

    String migrationId();

    Lease lease();

    /** How often this was tried in vain since it last worked. */
    int failures();

    /**
     * Who may call Slack and note the outcome.
     *
     * @param until another worker takes over then, so no call may begin that could still be under way
     */
    record Lease(UUID id, Instant until) {}

    /**
     * The card's first message.
     *
     * @param triedAt when a post was first tried whose outcome nobody knows; null when there is none
     */
    record Post(
            String migrationId,
            Lease lease,
            String channel,
            Card.Form form,
            @Nullable Instant triedAt,
            int failures) implements Work {}

    /** An edit of the card. */
    record Edit(
            String migrationId,
            Lease lease,
            String channel,
            String ts,
            Card.Form form,
            long sentRevision,
            int reposts,
            int failures)
            implements Work {}

    /** The next reply of the card's thread. {@code text} is empty for the summary. */
    record Answer(
            String migrationId,
            Lease lease,
            String channel,
            String ts,
            int reposts,
            UUID eventId,
            String text,
            @Nullable Instant triedAt,
            int failures)
            implements Work {}
}
