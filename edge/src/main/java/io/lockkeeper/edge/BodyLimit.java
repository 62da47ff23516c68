package io.lockkeeper.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body over the limit before it is read. Quarkus' own limit, set to the same size, ends one that lies about its length. */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_EVERYTHING = 1_000;
    private static final long DRAIN_MILLIS = 1_000;

    private final long limit;

    BodyLimit(EdgeConfig config) {
        limit = config.http().maxBody().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        boolean hasBody = context.request().getHeader(HttpHeaderNames.TRANSFER_ENCODING) != null;
        if (length == null && hasBody) {
            answer(context, Problems.lengthRequired());
        } else if (length != null && tooLong(length)) {
            answer(context, Problems.bodyTooLarge(limit));
        } else {
            context.next();
        }
    }

    private boolean tooLong(String length) {
        try {
            return Long.parseLong(length.strip()) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Answers at once, then closes the connection: what is still to come of the body is never a next request. */
    private static void answer(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (request.version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaderNames.CONNECTION, "close"); // HTTP/2 knows no such header
        }
        response.end(JsonObject.mapFrom(problem).encode());
        drain(context.vertx(), request);
    }

    /**
     * Throws away what the caller is still sending, for a while: a connection that is closed on top of unread bytes is
     * reset, and the caller would never see the answer.
     */
    private static void drain(Vertx vertx, HttpServerRequest request) {
        long timer = vertx.setTimer(DRAIN_MILLIS, late -> request.connection().close());
        request.handler(ignored -> {});
        request.exceptionHandler(ignored -> vertx.cancelTimer(timer));
        request.endHandler(sent -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.resume();
    }
}
