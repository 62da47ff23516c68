package io.lockkeeper.notifier.delivery;

import java.time.Duration;
import java.util.Set;

/** What Slack made of a call, as far as it decides what is done next. */
sealed interface SlackAnswer {

    /** Short word for metrics and logs. */
    String reason();

    /** It is there. */
    record Done(String channel, String ts) implements SlackAnswer {
        @Override
        public String reason() {
            return "ok";
        }
    }

    /** Not done; not again before this has passed. */
    record Limited(Duration retryAfter) implements SlackAnswer {
        @Override
        public String reason() {
            return "ratelimited";
        }
    }

    /** Not done, for a reason that passes by itself. */
    record Unavailable(String reason) implements SlackAnswer {}

    /** Nobody knows whether it was done: the answer was lost, or Slack says it does not know itself. */
    record Ambiguous(String reason) implements SlackAnswer {}

    /** The message is no longer there. */
    record Gone(String reason) implements SlackAnswer {}

    /** Not done: Slack does not take these blocks. */
    record BlocksRefused(String reason, String detail) implements SlackAnswer {}

    /** Not done, until a person changes something. */
    record Refused(String reason) implements SlackAnswer {}

    Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
    Set<String> UNKNOWN_OUTCOME = Set.of("internal_error", "fatal_error", "request_timeout", "update_failed");
    Set<String> PASSING = Set.of("service_unavailable", "team_added_to_org", "accesslimited");
    Set<String> MISSING = Set.of("message_not_found", "cannot_reply_to_message", "thread_not_found");
    Set<String> BLOCKS = Set.of(
            "invalid_blocks",
            "invalid_blocks_format",
            "msg_blocks_too_long",
            "msg_too_long",
            "block_mismatch",
            "invalid_attachments",
            "invalid_arguments");

    /** For an answer {@code ok: false}. What we do not know is a refusal: repeating it slowly does no harm. */
    static SlackAnswer ofError(String error, String detail) {
        if (RATE_LIMITED.contains(error)) {
            return new Limited(Duration.ofSeconds(10));
        }
        if (UNKNOWN_OUTCOME.contains(error)) {
            return new Ambiguous(error);
        }
        if (PASSING.contains(error)) {
            return new Unavailable(error);
        }
        if (MISSING.contains(error)) {
            return new Gone(error);
        }
        return BLOCKS.contains(error) ? new BlocksRefused(error, detail) : new Refused(error);
    }
}
