package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Ids;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.RawBody;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTTP in for {@code /api/<method>}: authentication, faults, rate limits, then the method; every end is counted. */
public final class WebApi {
    /** How long an ordered timeout leaves the caller waiting, unless the caller gives up first. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final Workspace workspace;
    private final Methods methods;
    private final RateLimits limits;
    private final Faults faults;
    private final CallCounts counts;
    private final Ids ids;

    public WebApi(
            Vertx vertx,
            Workspace workspace,
            Methods methods,
            RateLimits limits,
            Faults faults,
            CallCounts counts,
            Ids ids) {
        this.vertx = vertx;
        this.workspace = workspace;
        this.methods = methods;
        this.limits = limits;
        this.faults = faults;
        this.counts = counts;
        this.ids = ids;
    }

    public void handle(RoutingContext context) {
        String name = context.pathParam("method");
        try {
            Optional<Method> method = methods.named(name);
            if (method.isEmpty()) {
                finish(context, "unknown_method", refusal("unknown_method").put("req_method", name));
                return;
            }
            HttpServerRequest request = context.request();
            Arguments arguments =
                    Arguments.of(text(request.query()), text(request.getHeader("Content-Type")), RawBody.of(context));
            if (!Methods.open(name)) {
                authenticate(arguments, request.getHeader("Authorization"));
            }
            call(context, name, method.get(), arguments);
        } catch (Refused refused) {
            finish(context, refused.code(), refused.toJson());
        }
    }

    private void authenticate(Arguments arguments, @Nullable String authorization) {
        String token = authorization != null && authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length())
                : arguments.text("token").orElse("");
        if (token.isEmpty()) {
            throw new Refused("not_authed");
        }
        if (!workspace.app().tokens().contains(token)) {
            throw new Refused("invalid_auth");
        }
    }

    private void call(RoutingContext context, String name, Method method, Arguments arguments) {
        Optional<Faults.Kind> fault = faults.next(name);
        if (fault.isPresent() && ended(context, name, fault.get())) {
            return;
        }
        Optional<Duration> wait = limits.admit(name, Methods.tier(name), ChatMethods.channelOf(arguments));
        if (wait.isPresent()) {
            rateLimited(context, name, wait.get());
            return;
        }
        ObjectNode body = Json.object().put("ok", true);
        body.setAll(method.answer(arguments));
        if (fault.isEmpty()) {
            finish(context, "ok", body);
        } else if (fault.get() == Faults.Kind.TIMEOUT_AFTER_SUCCESS) {
            fallSilent(context, name);
        } else {
            finish(context, "internal_error", refusal("internal_error"));
        }
    }

    /** True when the fault ends the call before it does anything. */
    private boolean ended(RoutingContext context, String name, Faults.Kind fault) {
        switch (fault) {
            case INTERNAL_ERROR_AFTER_SUCCESS, TIMEOUT_AFTER_SUCCESS -> {
                return false;
            }
            case RATELIMITED -> rateLimited(context, name, Duration.ofSeconds(1));
            case TIMEOUT -> fallSilent(context, name);
            case INTERNAL_ERROR,
                    SERVICE_UNAVAILABLE,
                    MESSAGE_NOT_FOUND,
                    CHANNEL_NOT_FOUND,
                    IS_ARCHIVED,
                    EDIT_WINDOW_CLOSED -> finish(context, fault.text(), refusal(fault.text()));
        }
        return true;
    }

    private void rateLimited(RoutingContext context, String name, Duration wait) {
        counts.count(name, "ratelimited");
        context.response().setStatusCode(429).putHeader("Retry-After", String.valueOf(wait.toSeconds()));
        write(context, refusal("ratelimited"));
    }

    private void fallSilent(RoutingContext context, String name) {
        counts.count(name, "timeout");
        vertx.setTimer(SILENCE.toMillis(), id -> context.request().connection().close());
    }

    private void finish(RoutingContext context, String end, ObjectNode body) {
        counts.count(context.pathParam("method"), end);
        write(context, body);
    }

    private void write(RoutingContext context, ObjectNode body) {
        context.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("X-Slack-Req-Id", ids.request())
                .end(Buffer.buffer(Json.write(body).getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode refusal(String code) {
        return Json.object().put("ok", false).put("error", code);
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }
}
