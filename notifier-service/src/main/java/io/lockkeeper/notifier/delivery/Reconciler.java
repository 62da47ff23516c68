package io.lockkeeper.notifier.delivery;

import com.slack.api.model.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** After a post whose outcome nobody knows: is our message there? Looked up by the metadata that each of our messages carries. */
@ApplicationScoped
class Reconciler {

    /** Slack's clock and ours may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Ours is at most this many messages back; more has never been written in a channel within the time of a retry. */
    private static final int MOST_PAGES = 20;

    private static final Pattern CHANNEL_ID = Pattern.compile("[CDG][A-Z0-9]{2,}");

    private final SlackClient slack;

    Reconciler(SlackClient slack) {
        this.slack = slack;
    }

    sealed interface Search {
        record Found(String channel, String ts) implements Search {}

        record Absent() implements Search {}

        /** Could not look; nothing may be posted on this ground. */
        record Failed(SlackAnswer why) implements Search {}
    }

    Search card(String channel, String migrationId, Instant triedAt) {
        String oldest = triedAt.minus(SKEW).getEpochSecond() + ".000000";
        return switch (channelId(channel)) {
            case Search.Found(String id, String ignored) ->
                search(
                        cursor -> slack.history(id, oldest, cursor),
                        id,
                        ours(SlackClient.CARD, Map.of("migration_id", migrationId)));
            case Search.Absent absent -> new Search.Failed(new SlackAnswer.Refused("channel_not_found"));
            case Search.Failed failed -> failed;
        };
    }

    Search reply(String channel, String ts, String eventId) {
        return search(
                cursor -> slack.replies(channel, ts, cursor),
                channel,
                ours(SlackClient.REPLY, Map.of("event_id", eventId)));
    }

    @FunctionalInterface
    private interface Reader {
        SlackClient.Page read(String cursor);
    }

    private static Search search(Reader reader, String channel, Predicate<Message> wanted) {
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            SlackClient.Page read = reader.read(cursor);
            if (!(read.answer() instanceof SlackAnswer.Done)) {
                return new Search.Failed(read.answer());
            }
            for (Message message : read.messages()) {
                if (wanted.test(message)) {
                    return new Search.Found(channel, message.getTs());
                }
            }
            cursor = read.next();
            if (cursor.isEmpty()) {
                return new Search.Absent();
            }
        }
        return new Search.Failed(new SlackAnswer.Refused("history_too_long"));
    }

    private static Predicate<Message> ours(String type, Map<String, String> payload) {
        return message -> {
            Message.Metadata metadata = message.getMetadata();
            return metadata != null
                    && type.equals(metadata.getEventType())
                    && metadata.getEventPayload() != null
                    && payload.entrySet().stream()
                            .allMatch(entry -> Objects.equals(
                                    entry.getValue(), metadata.getEventPayload().get(entry.getKey())));
        };
    }

    /** A history is read by id only; configuration may say {@code #name}. */
    private Search channelId(String channel) {
        if (CHANNEL_ID.matcher(channel).matches()) {
            return new Search.Found(channel, "");
        }
        String name = channel.startsWith("#") ? channel.substring(1) : channel;
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            SlackClient.Channels read = slack.channels(cursor);
            if (!(read.answer() instanceof SlackAnswer.Done)) {
                return new Search.Failed(read.answer());
            }
            String id = read.idsByName().get(name);
            if (id != null) {
                return new Search.Found(id, "");
            }
            cursor = read.next();
            if (cursor.isEmpty()) {
                break;
            }
        }
        return new Search.Absent();
    }
}
