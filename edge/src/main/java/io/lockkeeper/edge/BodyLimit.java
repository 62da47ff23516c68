package io.lockkeeper.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body over the limit before it is read. Quarkus' own limit, set to the same size, ends one that lies about its length. */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_EVERYTHING = 1_000;

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

    private static void answer(RoutingContext context, Problem problem) {
        // The rest of the body is not read: the connection cannot be used again.
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaderNames.CONNECTION, "close")
                .end(JsonObject.mapFrom(problem).encode());
    }
}
