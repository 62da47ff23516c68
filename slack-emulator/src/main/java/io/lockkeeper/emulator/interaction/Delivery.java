package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Posts a payload to the app, signed, and waits three seconds for its answer. Never tries twice, as Slack does not. */
public final class Delivery {
    /** Slack's own deadline. */
    public static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final int LONGEST_ANSWER = 300_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Clock clock;
    private final String url;
    private final String secret;

    /** The app's answer, or why there was none. */
    sealed interface Answer {
        record Acknowledged(String body, long millis) implements Answer {}

        record Failed(String reason) implements Answer {}
    }

    public Delivery(Vertx vertx, Clock clock, String url, String secret) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) DEADLINE.toMillis())
                .setMaxPoolSize(50)
                .setIdleTimeout(10));
        this.clock = clock;
        this.url = url;
        this.secret = secret;
    }

    /** Completes with an answer, never fails. */
    Future<Answer> post(JsonNode payload) {
        if (url.isEmpty()) {
            return Future.succeededFuture(new Answer.Failed("the app has no interactivity URL"));
        }
        String body = "payload=" + URLEncoder.encode(Json.write(payload), StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Promise<Answer> answer = Promise.promise();
        long deadline = vertx.setTimer(
                DEADLINE.toMillis(), id -> answer.tryComplete(new Answer.Failed("it did not answer within 3 seconds")));
        send(body)
                .compose(response -> response.body().map(bytes -> answer(response.statusCode(), bytes, start)))
                .otherwise(error -> new Answer.Failed("it could not be reached"))
                .onSuccess(result -> {
                    vertx.cancelTimer(deadline);
                    answer.tryComplete(result);
                });
        return answer.future();
    }

    private Future<HttpClientResponse> send(String body) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        RequestOptions request = new RequestOptions()
                .setAbsoluteURI(url)
                .setMethod(HttpMethod.POST)
                .setFollowRedirects(false);
        return client.request(request).compose(r -> r.putHeader("Content-Type", "application/x-www-form-urlencoded")
                .putHeader("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .putHeader(Signature.TIMESTAMP_HEADER, timestamp)
                .putHeader(Signature.HEADER, Signature.sign(secret, timestamp, body))
                .send(body));
    }

    private static Answer answer(int status, Buffer body, long start) {
        if (status < 200 || status > 299) {
            return new Answer.Failed("it answered HTTP " + status);
        }
        if (body.length() > LONGEST_ANSWER) {
            return new Answer.Failed("its answer was too long");
        }
        return new Answer.Acknowledged(
                body.toString(StandardCharsets.UTF_8),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
