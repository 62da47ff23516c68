package io.lockkeeper.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Reads a request's body whole and as it came, form or not; one that is too long is answered with 413. */
public final class RawBody {
    private static final int LONGEST = 1_048_576;
    private static final String KEY = "raw-body";

    private RawBody() {}

    public static void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() <= LONGEST) {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> {
            if (body.length() > LONGEST) {
                context.fail(413);
            } else {
                context.put(KEY, body.toString(StandardCharsets.UTF_8));
                context.next();
            }
        });
    }

    /** The JSON object of the body. Only JSON is taken, which a foreign web page cannot send here without being asked first. */
    public static JsonNode object(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            throw new Refused("invalid_post_type");
        }
        return Json.parse(of(context)).filter(JsonNode::isObject).orElseThrow(() -> new Refused("invalid_json"));
    }

    /** Empty when there was none. */
    public static String of(RoutingContext context) {
        String body = context.get(KEY);
        return body == null ? "" : body;
    }
}
