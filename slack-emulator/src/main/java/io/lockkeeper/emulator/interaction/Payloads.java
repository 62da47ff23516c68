package io.lockkeeper.emulator.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.store.Conversation;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.MessageJson;
import io.lockkeeper.emulator.store.OpenView;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace;
import io.lockkeeper.emulator.workspace.Workspace.User;

/** The payloads of interactivity. docs.slack.dev, reference/interaction-payloads. */
final class Payloads {
    private final Workspace workspace;
    private final MessageJson messageJson;
    private final Timestamps timestamps;

    Payloads(Workspace workspace, MessageJson messageJson, Timestamps timestamps) {
        this.workspace = workspace;
        this.messageJson = messageJson;
        this.timestamps = timestamps;
    }

    /** Slack leaves the message itself out when it is ephemeral. */
    ObjectNode messageAction(User user, Conversation conversation, Message message, ObjectNode action) {
        ObjectNode payload = opening("block_actions", user);
        ObjectNode container = payload.putObject("container").put("type", "message");
        container.put("message_ts", message.ts());
        container.put("channel_id", message.channel());
        container.put("is_ephemeral", message.ephemeral());
        if (message.reply()) {
            container.put("thread_ts", message.threadTs());
        }
        payload.putObject("channel")
                .put("id", conversation.id())
                .put("name", conversation.direct() ? "directmessage" : conversation.name());
        if (!message.ephemeral()) {
            payload.set("message", messageJson.of(message, true));
        }
        ObjectNode values = payload.putObject("state").putObject("values");
        if (ElementValue.stateful(action)) {
            ObjectNode value = ElementValue.initial(action);
            value.fieldNames().forEachRemaining(name -> value.set(name, action.path(name)));
            values.putObject(Json.text(action, "block_id")).set(Json.text(action, "action_id"), value);
        }
        payload.putArray("actions").add(action);
        return payload;
    }

    ObjectNode viewAction(User user, OpenView view, ObjectNode action) {
        ObjectNode payload = opening("block_actions", user);
        payload.putObject("container").put("type", "view").put("view_id", view.id());
        payload.set("view", view.body().deepCopy());
        payload.putArray("actions").add(action);
        return payload;
    }

    ObjectNode viewSubmission(User user, OpenView view, ViewState state) {
        ObjectNode payload = opening("view_submission", user);
        ObjectNode body = view.body().deepCopy();
        body.set("state", state.toJson());
        payload.set("view", body);
        payload.putArray("response_urls");
        return payload;
    }

    ObjectNode viewClosed(User user, OpenView view, boolean cleared) {
        ObjectNode payload = opening("view_closed", user);
        payload.set("view", view.body().deepCopy());
        return payload.put("is_cleared", cleared);
    }

    private ObjectNode opening(String type, User user) {
        ObjectNode payload = Json.object().put("type", type);
        payload.putObject("user")
                .put("id", user.id())
                .put("username", user.name())
                .put("name", user.name())
                .put("team_id", workspace.team().id());
        payload.put("api_app_id", workspace.app().id());
        payload.put("token", "deprecated-verification-token");
        payload.putObject("team")
                .put("id", workspace.team().id())
                .put("domain", workspace.team().domain());
        payload.putNull("enterprise");
        payload.put("is_enterprise_install", false);
        return payload;
    }

    /** What a person did with an element: the element's own fields and, for a choice, what was chosen. */
    ObjectNode action(JsonNode block, JsonNode element, JsonNode chosen) {
        ObjectNode action = ElementValue.typed(element, chosen);
        action.put("action_id", Json.text(element, "action_id"));
        action.put("block_id", Json.text(block, "block_id"));
        if (Json.text(element, "type").equals("button")) {
            for (String field : new String[] {"text", "value", "style", "url"}) {
                if (element.has(field)) {
                    action.set(field, element.path(field).deepCopy());
                }
            }
        }
        return action.put("action_ts", timestamps.now());
    }
}
