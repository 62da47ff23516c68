package io.lockkeeper.emulator.page;

import io.lockkeeper.emulator.store.Change;
import io.lockkeeper.emulator.store.Feed;
import io.lockkeeper.emulator.wire.Json;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Server-sent events {@code {"kind":"message|view|channel","channel":"C…"}} for one viewer; they say that something changed
 * and carry no content. A viewer who reads too slowly is cut off and reconnects.
 */
final class LiveUpdates {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final Feed feed;

    LiveUpdates(Vertx vertx, Feed feed) {
        this.vertx = vertx;
        this.feed = feed;
    }

    void subscribe(RoutingContext context) {
        String viewer = Optional.ofNullable(context.request().getParam("as")).orElse("");
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store");
        response.write("retry: 1000\n\nevent: ready\ndata: {}\n\n");
        Consumer<Change> subscriber = change -> tell(response, viewer, change);
        feed.subscribe(subscriber);
        long heartbeat = vertx.setPeriodic(HEARTBEAT.toMillis(), id -> response.write(": still here\n\n"));
        response.closeHandler(gone -> {
            feed.unsubscribe(subscriber);
            vertx.cancelTimer(heartbeat);
        });
    }

    private static void tell(HttpServerResponse response, String viewer, Change change) {
        if (!change.user().isEmpty() && !change.user().equals(viewer)) {
            return;
        }
        if (response.writeQueueFull()) {
            response.reset();
            return;
        }
        String event = Json.write(Json.object()
                .put("kind", change.kind().name().toLowerCase(Locale.ROOT))
                .put("channel", change.channel()));
        response.write("data: " + event + "\n\n");
    }
}
