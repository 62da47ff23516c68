package io.lockkeeper.emulator;

import io.lockkeeper.emulator.api.CallCounts;
import io.lockkeeper.emulator.api.Faults;
import io.lockkeeper.emulator.api.Methods;
import io.lockkeeper.emulator.api.RateLimits;
import io.lockkeeper.emulator.api.ResponseUrlEndpoint;
import io.lockkeeper.emulator.api.WebApi;
import io.lockkeeper.emulator.blocks.Normaliser;
import io.lockkeeper.emulator.driver.DriverApi;
import io.lockkeeper.emulator.interaction.Delivery;
import io.lockkeeper.emulator.interaction.Interactions;
import io.lockkeeper.emulator.interaction.Modals;
import io.lockkeeper.emulator.interaction.ResponseUrls;
import io.lockkeeper.emulator.interaction.Sayings;
import io.lockkeeper.emulator.interaction.Triggers;
import io.lockkeeper.emulator.page.PageRoutes;
import io.lockkeeper.emulator.store.Feed;
import io.lockkeeper.emulator.store.MessageJson;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.wire.Ids;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.RawBody;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A running emulator: puts the parts together and serves them from one event loop, which owns all state. */
public final class Emulator implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Emulator.class.getName());

    private final Vertx vertx;
    private final HttpServer server;
    private final String url;

    private Emulator(Vertx vertx, HttpServer server, String url) {
        this.vertx = vertx;
        this.server = server;
        this.url = url;
    }

    static Emulator start(Options options, Clock clock) {
        RateLimits limits = options.rateLimits() ? RateLimits.of(clock, options.burst()) : RateLimits.off(clock);
        return start(options.workspace(), options.host(), options.port(), options.publicUrl(), limits, clock);
    }

    /**
     * Starts serving; returns when it listens.
     *
     * @param port 0 for any free one
     * @param publicUrl empty for {@code http://host:port}
     */
    public static Emulator start(
            Workspace workspace, String host, int port, String publicUrl, RateLimits limits, Clock clock) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(false));
        try {
            // Slack is never reached by an upgrade to HTTP/2 in clear text; a client that tries it stays on 1.1.
            HttpServer server = vertx.createHttpServer(
                    new HttpServerOptions().setHost(host).setPort(port).setHttp2ClearTextEnabled(false));
            BaseUrl base = new BaseUrl(publicUrl, host, server);
            server.requestHandler(router(vertx, workspace, limits, clock, base));
            server.listen().toCompletionStage().toCompletableFuture().join();
            return new Emulator(vertx, server, base.get());
        } catch (CompletionException notListening) {
            vertx.close();
            throw new IllegalStateException(
                    "Cannot listen on " + host + ":" + port + ": " + notListening.getCause(), notListening);
        }
    }

    private record BaseUrl(String given, String host, HttpServer server) implements Supplier<String> {
        @Override
        public String get() {
            return given.isEmpty() ? "http://" + host + ":" + server.actualPort() : given;
        }
    }

    private static Router router(Vertx vertx, Workspace workspace, RateLimits limits, Clock clock, BaseUrl base) {
        Feed feed = new Feed();
        Messages messages = new Messages(workspace, feed);
        Views views = new Views(feed);
        Timestamps timestamps = new Timestamps(clock);
        Ids ids = new Ids(new SecureRandom());
        Normaliser normaliser = new Normaliser(ids::inBlock);
        Triggers triggers = new Triggers(clock, ids);
        ResponseUrls responseUrls = new ResponseUrls(clock, ids, base);
        Modals modals = new Modals(workspace, views, triggers, normaliser, timestamps, ids);
        Delivery delivery = new Delivery(
                vertx, clock, workspace.interactivityUrl(), workspace.app().signingSecret());
        Interactions interactions =
                new Interactions(workspace, messages, views, modals, triggers, responseUrls, delivery, timestamps);
        Methods methods = new Methods(workspace, messages, timestamps, normaliser, modals, base);
        Faults faults = new Faults();
        CallCounts counts = new CallCounts();
        WebApi api = new WebApi(vertx, workspace, methods, limits, faults, counts, ids);

        Router router = Router.router(vertx);
        router.route().handler(RawBody::read);
        router.get("/healthz").handler(context -> context.json(new JsonObject().put("status", "UP")));
        router.route("/api/:method").handler(api::handle);
        router.post("/actions/*")
                .handler(new ResponseUrlEndpoint(workspace, responseUrls, messages, timestamps, normaliser)::handle);
        new DriverApi(messages, new MessageJson(workspace, messages), views, interactions, faults, counts)
                .mount(router);
        new PageRoutes(vertx, workspace, messages, views, feed, interactions, new Sayings(messages, timestamps))
                .mount(router);
        router.route().failureHandler(Emulator::failed);
        return router;
    }

    private static void failed(RoutingContext context) {
        if (context.failure() instanceof Refused refused) {
            answer(context, 400, Json.write(refused.toJson()));
        } else if (context.failure() != null) {
            LOG.log(Level.SEVERE, "A request failed", context.failure());
            answer(context, 500, "{\"ok\":false,\"error\":\"fatal_error\"}");
        } else {
            answer(context, context.statusCode(), "{\"ok\":false,\"error\":\"http_" + context.statusCode() + "\"}");
        }
    }

    private static void answer(RoutingContext context, int status, String json) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json; charset=utf-8")
                    .end(json);
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** Without a slash at the end. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
