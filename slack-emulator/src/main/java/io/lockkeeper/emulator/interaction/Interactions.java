package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.store.Conversation;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.MessageJson;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.OpenView;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.store.Views;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.User;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The doorway for everything a person does, whether on the page or through the driver: click, submit, close. The
 * outcomes are returned, never thrown, because each of them is shown to the person.
 */
public final class Interactions {
    private final Workspace workspace;
    private final Messages messages;
    private final Views views;
    private final Modals modals;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Delivery delivery;
    private final Payloads payloads;

    public Interactions(
            Workspace workspace,
            Messages messages,
            Views views,
            Modals modals,
            Triggers triggers,
            ResponseUrls responseUrls,
            Delivery delivery,
            Timestamps timestamps) {
        this.workspace = workspace;
        this.messages = messages;
        this.views = views;
        this.modals = modals;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.delivery = delivery;
        this.payloads = new Payloads(workspace, new MessageJson(workspace, messages), timestamps);
    }

    /**
     * Where and on what a person clicked.
     *
     * @param viewId empty for a click in a message, which {@code channel} and {@code ts} name
     * @param blockId empty to take the first element with that action id
     * @param value what was chosen, for elements other than buttons
     */
    public record Click(
            String user, String channel, String ts, String viewId, String blockId, String actionId, JsonNode value) {}

    public Future<Outcome> click(Click click) {
        Optional<User> user = person(click.user());
        if (user.isEmpty()) {
            return impossible("user_not_found", "There is no person " + click.user() + ".");
        }
        return click.viewId().isEmpty() ? clickMessage(user.get(), click) : clickView(user.get(), click);
    }

    private Future<Outcome> clickMessage(User user, Click click) {
        Optional<Conversation> conversation =
                messages.conversation(click.channel()).filter(c -> c.has(user.id()));
        Optional<Message> message = messages.find(click.channel(), click.ts()).filter(m -> m.visibleTo(user.id()));
        if (conversation.isEmpty() || message.isEmpty()) {
            return impossible("message_not_found", "This message is no longer there.");
        }
        Optional<Located> found = Located.in(message.get().blocksOrNone(), click.blockId(), click.actionId());
        if (found.isEmpty()) {
            return impossible("action_not_found", "This button is no longer there.");
        }
        Located located = found.get();
        Optional<String> complaint = ElementValue.complaint(located.element(), click.value());
        if (complaint.isPresent()) {
            return impossible("invalid_value", complaint.get());
        }
        ObjectNode action = payloads.action(located.block(), located.element(), click.value());
        ObjectNode payload = payloads.messageAction(user, conversation.get(), message.get(), action);
        payload.put("trigger_id", triggers.give(user.id()));
        payload.put("response_url", responseUrls.issue(workspace.team().id(), user.id(), message.get()));
        return delivery.post(payload).map(Interactions::acknowledged);
    }

    private Future<Outcome> clickView(User user, Click click) {
        Optional<OpenView> view =
                views.byId(click.viewId()).filter(v -> v.user().equals(user.id()));
        Optional<Located> found =
                view.flatMap(v -> Located.in(v.body().path("blocks"), click.blockId(), click.actionId()));
        if (view.isEmpty() || found.isEmpty()) {
            return impossible("action_not_found", "This dialog has changed or closed.");
        }
        Located located = found.get();
        ObjectNode action = payloads.action(located.block(), located.element(), click.value());
        ObjectNode payload = payloads.viewAction(user, view.get(), action);
        payload.put("trigger_id", triggers.give(user.id()));
        return delivery.post(payload).map(Interactions::acknowledged);
    }

    private static Outcome acknowledged(Delivery.Answer answer) {
        return switch (answer) {
            case Delivery.Answer.Acknowledged(String body, long millis) -> new Outcome.Acknowledged(millis);
            case Delivery.Answer.Failed(String reason) -> new Outcome.NotAcknowledged(reason);
        };
    }

    /** @param values {@code {block_id:{action_id: text | [texts]}}} */
    public Future<Outcome> submit(String userId, String viewId, JsonNode values) {
        Optional<User> user = person(userId);
        Optional<OpenView> view = views.byId(viewId).filter(v -> v.user().equals(userId));
        if (user.isEmpty() || view.isEmpty()) {
            return impossible("view_not_found", "This dialog is no longer open.");
        }
        if (view.get().body().path("submit").isNull()) {
            return impossible("view_not_submittable", "This dialog has nothing to submit.");
        }
        ViewState state = ViewState.submitted(view.get().body().path("blocks"), values);
        if (!state.errors().isEmpty()) {
            return Future.succeededFuture(new Outcome.Invalid(state.errors()));
        }
        ObjectNode payload = payloads.viewSubmission(user.get(), view.get(), state);
        payload.put("trigger_id", triggers.give(userId));
        return delivery.post(payload).map(answer -> switch (answer) {
            case Delivery.Answer.Acknowledged(String body, long millis) -> answered(view.get(), body, millis);
            case Delivery.Answer.Failed(String reason) -> new Outcome.NotAcknowledged(reason);
        });
    }

    private Outcome answered(OpenView view, String body, long millis) {
        if (body.isBlank()) {
            views.close(view);
            return new Outcome.Acknowledged(millis);
        }
        Optional<JsonNode> answer = Json.parse(body).filter(JsonNode::isObject);
        if (answer.isEmpty()) {
            return new Outcome.NotAcknowledged("its answer was not JSON");
        }
        try {
            return apply(view, answer.get(), millis);
        } catch (Refused refused) {
            return new Outcome.NotAcknowledged("its answer was refused: " + refused.getMessage());
        }
    }

    private Outcome apply(OpenView view, JsonNode answer, long millis) {
        switch (Json.text(answer, "response_action")) {
            case "errors" -> {
                return errors(view, answer.path("errors"));
            }
            case "update" -> modals.update(Optional.of(view.id()), Optional.empty(), "", answer.path("view"));
            case "push" -> modals.pushAnswer(view.user(), answer.path("view"));
            case "clear" -> views.clear(view.user());
            case "" -> views.close(view);
            default -> throw new Refused("unknown response_action " + Json.text(answer, "response_action"));
        }
        return new Outcome.Acknowledged(millis);
    }

    /** Slack shows errors only beside input blocks, and refuses the answer when one names another block. */
    private static Outcome errors(OpenView view, JsonNode errors) {
        Map<String, String> byBlock = new LinkedHashMap<>();
        errors.properties().forEach(e -> byBlock.put(e.getKey(), e.getValue().asText()));
        for (String blockId : byBlock.keySet()) {
            boolean input = view.body().path("blocks").findParents("block_id").stream()
                    .anyMatch(b -> Json.text(b, "block_id").equals(blockId)
                            && Json.text(b, "type").equals("input"));
            if (!input) {
                throw new Refused("no input block \"" + blockId + "\" to show an error at");
            }
        }
        return byBlock.isEmpty()
                ? new Outcome.NotAcknowledged("it answered errors without saying any")
                : new Outcome.Invalid(byBlock);
    }

    /** @param cleared true when all stacked dialogs go, by the ✕ */
    public Future<Outcome> close(String userId, String viewId, boolean cleared) {
        Optional<User> user = person(userId);
        Optional<OpenView> view = views.byId(viewId).filter(v -> v.user().equals(userId));
        if (user.isEmpty() || view.isEmpty()) {
            return impossible("view_not_found", "This dialog is no longer open.");
        }
        OpenView closed = view.get();
        if (cleared || closed.body().path("clear_on_close").asBoolean()) {
            views.clear(userId);
        } else {
            views.close(closed);
        }
        return closed.notifyOnClose()
                ? delivery.post(payloads.viewClosed(user.get(), closed, cleared))
                        .map(Interactions::acknowledged)
                : Future.succeededFuture(new Outcome.Acknowledged(0));
    }

    private Optional<User> person(String id) {
        return workspace.user(id).filter(u -> !u.bot());
    }

    private static Future<Outcome> impossible(String code, String reason) {
        return Future.succeededFuture(new Outcome.Impossible(code, reason));
    }
}
