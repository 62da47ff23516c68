package io.lockkeeper.emulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.interaction.Interactions;
import io.lockkeeper.emulator.interaction.Outcome;
import io.lockkeeper.emulator.interaction.OutcomeJson;
import io.lockkeeper.emulator.interaction.Sayings;
import io.lockkeeper.emulator.page.PageModel.Place;
import io.lockkeeper.emulator.store.Feed;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.RawBody;
import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.User;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP in for people: the page at {@code /?channel=C…&as=U…&thread=ts}, the fragments its script fetches again when
 * something changed, and what a person does on it.
 */
public final class PageRoutes {
    private final Workspace workspace;
    private final PageModel model;
    private final Interactions interactions;
    private final Sayings sayings;
    private final LiveUpdates live;
    private final Templates templates = new Templates();

    public PageRoutes(
            Vertx vertx,
            Workspace workspace,
            Messages messages,
            Views views,
            Feed feed,
            Interactions interactions,
            Sayings sayings) {
        this.workspace = workspace;
        this.model = new PageModel(workspace, messages, views);
        this.interactions = interactions;
        this.sayings = sayings;
        this.live = new LiveUpdates(vertx, feed);
    }

    public void mount(Router router) {
        router.get("/").handler(this::page);
        router.get("/archives/:channel/:permalink").handler(this::permalink);
        router.get("/page/lines").handler(this::lines);
        router.get("/page/thread").handler(this::thread);
        router.get("/page/dialogs").handler(this::dialogs);
        router.get("/page/events").handler(live::subscribe);
        router.get("/page/app.css").handler(context -> file(context, "app.css", "text/css"));
        router.get("/page/app.js").handler(context -> file(context, "app.js", "text/javascript"));
        router.get("/favicon.ico")
                .handler(context -> context.response().setStatusCode(204).end());
        router.post("/page/click")
                .handler(context -> answer(context, interactions.click(click(RawBody.object(context)))));
        router.post("/page/submit").handler(context -> answer(context, submit(RawBody.object(context))));
        router.post("/page/close").handler(context -> answer(context, close(RawBody.object(context))));
        router.post("/page/say").handler(context -> answer(context, say(RawBody.object(context))));
    }

    private void page(RoutingContext context) {
        User viewer = model.viewer(parameter(context, "as"));
        Place place = model.place(parameter(context, "channel"), viewer);
        String thread = parameter(context, "thread");
        Map<String, Object> data = new HashMap<>();
        data.put("team", workspace.team());
        data.put("place", place);
        data.put("places", model.places(viewer, place.id()));
        data.put("people", model.people(viewer));
        data.put("viewer", model.face(viewer, viewer.id()));
        data.put("lines", model.lines(place.id(), viewer));
        data.put("thread", thread);
        data.put("threadLines", thread.isEmpty() ? List.of() : model.thread(place.id(), thread, viewer));
        html(context, templates.render("page", data));
    }

    /** Where {@code chat.getPermalink} points: the message on the page. */
    private void permalink(RoutingContext context) {
        String ts = context.pathParam("permalink").replaceFirst("^p(\\d+)(\\d{6})$", "$1.$2");
        String channel = context.pathParam("channel");
        if (!ts.matches("\\d+\\.\\d{6}") || !channel.matches("\\w+")) {
            context.fail(404);
            return;
        }
        context.response()
                .setStatusCode(302)
                .putHeader("Location", "/?channel=" + channel + "#m-" + ts)
                .end();
    }

    private void lines(RoutingContext context) {
        User viewer = model.viewer(parameter(context, "as"));
        Place place = model.place(parameter(context, "channel"), viewer);
        html(context, templates.render("lines", Map.of("lines", model.lines(place.id(), viewer))));
    }

    private void thread(RoutingContext context) {
        User viewer = model.viewer(parameter(context, "as"));
        Place place = model.place(parameter(context, "channel"), viewer);
        var thread = model.thread(place.id(), parameter(context, "thread"), viewer);
        html(context, templates.render("lines", Map.of("lines", thread)));
    }

    private void dialogs(RoutingContext context) {
        User viewer = model.viewer(parameter(context, "as"));
        html(context, templates.render("dialogs", Map.of("dialogs", model.dialogs(viewer))));
    }

    private static Interactions.Click click(JsonNode body) {
        return new Interactions.Click(
                Json.text(body, "user"),
                Json.text(body, "channel"),
                Json.text(body, "ts"),
                Json.text(body, "view_id"),
                Json.text(body, "block_id"),
                Json.text(body, "action_id"),
                body.path("value"));
    }

    private Future<Outcome> submit(JsonNode body) {
        return interactions.submit(Json.text(body, "user"), Json.text(body, "view_id"), body.path("values"));
    }

    private Future<Outcome> close(JsonNode body) {
        return interactions.close(
                Json.text(body, "user"),
                Json.text(body, "view_id"),
                body.path("cleared").asBoolean(false));
    }

    private Future<Outcome> say(JsonNode body) {
        return Future.succeededFuture(sayings.say(
                Json.text(body, "user"),
                Json.text(body, "channel"),
                Json.text(body, "text"),
                Json.text(body, "thread")));
    }

    private static void answer(RoutingContext context, Future<Outcome> outcome) {
        outcome.onSuccess(done -> context.response()
                        .putHeader("Content-Type", "application/json; charset=utf-8")
                        .end(Json.write(OutcomeJson.of(done))))
                .onFailure(context::fail);
    }

    private static void html(RoutingContext context, String html) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' http: https: data:; frame-ancestors 'none'; form-action 'self'")
                .end(html);
    }

    private static void file(RoutingContext context, String file, String type) {
        context.response()
                .putHeader("Content-Type", type + "; charset=utf-8")
                .putHeader("Cache-Control", "no-cache")
                .end(Templates.resource(file));
    }

    private static String parameter(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getParam(name)).orElse("");
    }
}
