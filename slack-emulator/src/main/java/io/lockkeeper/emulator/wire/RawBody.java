package io.lockkeeper.emulator.wire;

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

    /** Empty when there was none. */
    public static String of(RoutingContext context) {
        String body = context.get(KEY);
        return body == null ? "" : body;
    }
}
