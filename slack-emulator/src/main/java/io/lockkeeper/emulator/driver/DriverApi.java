package io.lockkeeper.emulator.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.api.CallCounts;
import io.lockkeeper.emulator.api.Faults;
import io.lockkeeper.emulator.interaction.Interactions;
import io.lockkeeper.emulator.interaction.OutcomeJson;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.MessageJson;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.RawBody;
import io.lockkeeper.emulator.wire.Refused;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Optional;

/** HTTP in for tests without a browser. The module's README has every route with an example. */
public final class DriverApi {
    private final Messages messages;
    private final MessageJson messageJson;
    private final Views views;
    private final Interactions interactions;
    private final Faults faults;
    private final CallCounts counts;

    public DriverApi(
            Messages messages,
            MessageJson messageJson,
            Views views,
            Interactions interactions,
            Faults faults,
            CallCounts counts) {
        this.messages = messages;
        this.messageJson = messageJson;
        this.views = views;
        this.interactions = interactions;
        this.faults = faults;
        this.counts = counts;
    }

    public void mount(Router router) {
        router.get("/emulator/messages").handler(this::messages);
        router.get("/emulator/views").handler(this::views);
        router.get("/emulator/calls").handler(context -> send(context, 200, counts.toJson()));
        router.post("/emulator/click").handler(this::click);
        router.post("/emulator/submit-view").handler(this::submit);
        router.post("/emulator/close-view").handler(this::close);
        router.post("/emulator/faults").handler(this::order);
        router.delete("/emulator/faults").handler(this::clear);
    }

    private void messages(RoutingContext context) {
        String channel =
                Optional.ofNullable(context.request().getParam("channel")).orElse("");
        if (messages.conversation(channel).isEmpty()) {
            send(context, 404, new Refused("channel_not_found").toJson());
            return;
        }
        ObjectNode body = Json.object().put("ok", true);
        var all = body.putArray("messages");
        for (Message message : messages.all(channel)) {
            ObjectNode json = messageJson.of(message, true);
            json.put("edits", message.edits()).put("is_ephemeral", message.ephemeral());
            if (message.viewer() != null) {
                json.put("viewer", message.viewer());
            }
            all.add(json);
        }
        send(context, 200, body);
    }

    private void views(RoutingContext context) {
        String user = Optional.ofNullable(context.request().getParam("user")).orElse("");
        ObjectNode body = Json.object().put("ok", true);
        var all = body.putArray("views");
        views.stack(user).forEach(view -> all.add(view.body().deepCopy()));
        send(context, 200, body);
    }

    private void click(RoutingContext context) {
        JsonNode body = RawBody.object(context);
        interactions
                .click(new Interactions.Click(
                        Json.text(body, "user"),
                        Json.text(body, "channel"),
                        Json.text(body, "ts"),
                        Json.text(body, "view_id"),
                        Json.text(body, "block_id"),
                        Json.text(body, "action_id"),
                        body.path("value")))
                .onSuccess(outcome -> send(context, 200, OutcomeJson.of(outcome)))
                .onFailure(context::fail);
    }

    private void submit(RoutingContext context) {
        JsonNode body = RawBody.object(context);
        interactions
                .submit(Json.text(body, "user"), Json.text(body, "view_id"), body.path("values"))
                .onSuccess(outcome -> send(context, 200, OutcomeJson.of(outcome)))
                .onFailure(context::fail);
    }

    private void close(RoutingContext context) {
        JsonNode body = RawBody.object(context);
        interactions
                .close(
                        Json.text(body, "user"),
                        Json.text(body, "view_id"),
                        body.path("cleared").asBoolean(false))
                .onSuccess(outcome -> send(context, 200, OutcomeJson.of(outcome)))
                .onFailure(context::fail);
    }

    private void order(RoutingContext context) {
        JsonNode body = RawBody.object(context);
        String method = Json.text(body, "method");
        Optional<Faults.Kind> kind = Faults.Kind.named(Json.text(body, "kind"));
        int times = body.path("times").asInt(1);
        if (method.isEmpty() || kind.isEmpty() || times < 1 || times > 10_000) {
            String known = String.join(
                    ", ",
                    Arrays.stream(Faults.Kind.values()).map(Faults.Kind::text).toList());
            throw Refused.arguments("need method, times of 1 to 10000, and a kind of: " + known);
        }
        faults.order(method, kind.get(), times);
        send(context, 200, Json.object().put("ok", true));
    }

    private void clear(RoutingContext context) {
        faults.clear();
        send(context, 200, Json.object().put("ok", true));
    }

    private static void send(RoutingContext context, int status, ObjectNode body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Json.write(body));
    }
}
