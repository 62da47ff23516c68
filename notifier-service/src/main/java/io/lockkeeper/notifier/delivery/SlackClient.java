package io.lockkeeper.notifier.delivery;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.Message;
import com.slack.api.util.http.SlackHttpClient;
import io.lockkeeper.notifier.NotifierConfig;
import io.lockkeeper.notifier.blockkit.BlockKit;
import io.lockkeeper.notifier.drawing.Card;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Web API, as far as cards need it. Nothing is retried in here: the SDK does not, and its HTTP client is told not to,
 * because a repeated {@code chat.postMessage} would be a second card.
 */
@ApplicationScoped
class SlackClient {

    static final String CARD = "lockkeeper_card";
    static final String REPLY = "lockkeeper_reply";

    private final Slack slack;
    private final MethodsClient methods;

    SlackClient(NotifierConfig config) {
        SlackConfig slackConfig = new SlackConfig();
        slackConfig.setMethodsEndpointUrlPrefix(config.slack().baseUrl().toString());
        // The SDK takes a proxy from the environment without looking at NO_PROXY.
        slackConfig.setProxyUrl(null);
        // Statistics would call auth.test before the first call and keep threads.
        slackConfig.setStatsEnabled(false);
        SlackHttpClient http = new SlackHttpClient(SlackHttpClient.buildOkHttpClient(slackConfig)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .callTimeout(config.slack().timeout())
                .readTimeout(config.slack().timeout())
                .build());
        slack = Slack.getInstance(slackConfig, http);
        methods = slack.methods(config.slack().botToken());
    }

    @PreDestroy
    void close() throws Exception {
        slack.close();
    }

    SlackAnswer post(String channel, String migrationId, Card card) {
        return answered(
                () -> methods.chatPostMessage(call -> call.channel(channel)
                        .text(card.text())
                        .blocksAsString(
                                card.blocks().isEmpty()
                                        ? null
                                        : BlockKit.json(card.blocks()).toString())
                        .metadata(metadata(CARD, Map.of("migration_id", migrationId)))
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
                SlackClient::placeOf);
    }

    /** Text without blocks removes the blocks. {@code parse} is given because an edit's default would make mentions of names. */
    SlackAnswer edit(String channel, String ts, Card card) {
        return answered(
                () -> methods.chatUpdate(call -> call.channel(channel)
                        .ts(ts)
                        .text(card.text())
                        .blocksAsString(
                                card.blocks().isEmpty()
                                        ? null
                                        : BlockKit.json(card.blocks()).toString())
                        .parse("none")
                        .linkNames(false)),
                SlackClient::placeOf);
    }

    SlackAnswer reply(String channel, String ts, String migrationId, String eventId, String text) {
        return answered(
                () -> methods.chatPostMessage(call -> call.channel(channel)
                        .threadTs(ts)
                        .text(text)
                        .metadata(metadata(REPLY, Map.of("migration_id", migrationId, "event_id", eventId)))
                        .linkNames(false)
                        .unfurlLinks(false)
                        .unfurlMedia(false)),
                SlackClient::placeOf);
    }

    /** One page of a channel's messages, or of a thread's replies. */
    record Page(SlackAnswer answer, List<Message> messages, String next) {}

    Page history(String channel, String oldest, String cursor) {
        return page(() -> {
            var read = methods.conversationsHistory(call -> call.channel(channel)
                    .oldest(oldest)
                    .inclusive(true)
                    .includeAllMetadata(true)
                    .limit(100)
                    .cursor(cursor));
            return new Read(
                    read,
                    read.getMessages(),
                    read.getResponseMetadata() == null
                            ? null
                            : read.getResponseMetadata().getNextCursor());
        });
    }

    Page replies(String channel, String ts, String cursor) {
        return page(() -> {
            var read = methods.conversationsReplies(call -> call.channel(channel)
                    .ts(ts)
                    .includeAllMetadata(true)
                    .limit(100)
                    .cursor(cursor));
            return new Read(
                    read,
                    read.getMessages(),
                    read.getResponseMetadata() == null
                            ? null
                            : read.getResponseMetadata().getNextCursor());
        });
    }

    /** One page of channel names and ids, to find the id that reading a history needs. */
    record Channels(SlackAnswer answer, Map<String, String> idsByName, String next) {}

    Channels channels(String cursor) {
        Map<String, String> ids = new java.util.HashMap<>();
        String[] next = {""};
        SlackAnswer answer = answered(
                () -> {
                    var read = methods.conversationsList(
                            call -> call.excludeArchived(true).limit(200).cursor(cursor));
                    if (read.isOk()) {
                        read.getChannels().forEach(channel -> ids.put(channel.getName(), channel.getId()));
                        var page = read.getResponseMetadata();
                        next[0] = page == null || page.getNextCursor() == null ? "" : page.getNextCursor();
                    }
                    return read;
                },
                read -> new SlackAnswer.Done("", ""));
        return new Channels(answer, ids, next[0]);
    }

    private record Read(
            SlackApiTextResponse response,
            @Nullable List<Message> messages,
            @Nullable String next) {}

    private static Page page(Call<Read> call) {
        Read[] read = new Read[1];
        SlackAnswer answer = answered(
                () -> {
                    read[0] = call.make();
                    return read[0].response();
                },
                response -> new SlackAnswer.Done("", ""));
        Read got = read[0];
        boolean done = answer instanceof SlackAnswer.Done && got != null;
        List<Message> messages = done ? got.messages() : null;
        String next = done ? got.next() : null;
        return new Page(answer, messages == null ? List.of() : messages, next == null ? "" : next);
    }

    @FunctionalInterface
    private interface Call<T> {
        T make() throws IOException, SlackApiException;
    }

    private static <T extends SlackApiTextResponse> SlackAnswer answered(
            Call<T> call, Function<T, SlackAnswer.Done> done) {
        try {
            T response = call.make();
            if (response.isOk()) {
                return done.apply(response);
            }
            String error = response.getError() == null ? "no_error_given" : response.getError();
            return SlackAnswer.ofError(error, detail(response));
        } catch (SlackApiException e) {
            return ofStatus(e);
        } catch (ConnectException | UnknownHostException e) {
            return new SlackAnswer.Unavailable("unreachable");
        } catch (IOException e) {
            return new SlackAnswer.Ambiguous("no_answer");
        }
    }

    private static SlackAnswer ofStatus(SlackApiException e) {
        int status = e.getResponse().code();
        if (status == 429) {
            return new SlackAnswer.Limited(retryAfter(e.getResponse().header("Retry-After")));
        }
        // A 503 may come from a proxy in front of a Slack that has done the work.
        return status >= 500 ? new SlackAnswer.Ambiguous("http_" + status) : new SlackAnswer.Refused("http_" + status);
    }

    private static Duration retryAfter(@Nullable String header) {
        try {
            long seconds = header == null ? 30 : Long.parseLong(header.strip());
            return Duration.ofSeconds(Math.min(Math.max(1, seconds), 600));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(30);
        }
    }

    private static SlackAnswer.Done placeOf(SlackApiTextResponse response) {
        return switch (response) {
            case ChatPostMessageResponse posted -> new SlackAnswer.Done(posted.getChannel(), posted.getTs());
            case ChatUpdateResponse updated -> new SlackAnswer.Done(updated.getChannel(), updated.getTs());
            default -> throw new IllegalStateException("no place in " + response.getClass());
        };
    }

    /** Which field Slack disliked. It may quote what we sent, so it goes to the log only. */
    private static String detail(SlackApiTextResponse response) {
        if (response instanceof ChatPostMessageResponse posted && posted.getResponseMetadata() != null) {
            return String.valueOf(posted.getResponseMetadata().getMessages());
        }
        return response.getNeeded() == null ? "" : "needed: " + response.getNeeded();
    }

    private static Message.Metadata metadata(String type, Map<String, Object> payload) {
        return Message.Metadata.builder().eventType(type).eventPayload(payload).build();
    }
}
