package io.lockkeeper.approval.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.SubjectHash;
import io.lockkeeper.approval.slack.Interaction.Button;
import io.lockkeeper.approval.slack.Interaction.Card;
import io.lockkeeper.approval.slack.Interaction.Click;
import io.lockkeeper.approval.slack.Interaction.Other;
import io.lockkeeper.approval.slack.Interaction.ReasonGiven;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Slack's interaction payloads, and the few words of ours in them: button values and a modal's private metadata. */
final class InteractionJson {

    static final String REJECT_MODAL = "lockkeeper.reject";
    static final String REASON_BLOCK = "reason";
    static final String REASON_INPUT = "lockkeeper.reason";

    private static final Map<String, Button> BUTTONS = Map.of(
            "lockkeeper.approve", Button.APPROVE,
            "lockkeeper.reject", Button.REJECT,
            "lockkeeper.details", Button.DETAILS);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_LOGGED = 100;

    private InteractionJson() {}

    /** A request that is signed by Slack, but not one of its interactions. */
    static final class Malformed extends Exception {
        Malformed(String message) {
            super(message);
        }
    }

    /** Reads the form body of an interaction. */
    static Interaction parse(byte[] body) throws Malformed {
        JsonNode payload = json(field(new String(body, StandardCharsets.UTF_8), "payload")
                .orElseThrow(() -> new Malformed("the form has no field payload")));
        return switch (payload.path("type").asText()) {
            case "block_actions" -> click(payload);
            case "view_submission" -> submission(payload);
            default -> other(payload, payload.path("callback_id").asText());
        };
    }

    /** Text for a modal's private metadata, which is all that comes back with its submission. */
    static String metadata(Card card) {
        return MAPPER.createObjectNode()
                .put("m", card.migration().value())
                .put("s", card.subject().value())
                .put("c", card.channel())
                .put("t", card.messageTs())
                .toString();
    }

    private static Interaction click(JsonNode payload) throws Malformed {
        for (JsonNode action : payload.path("actions")) {
            Button button = BUTTONS.get(action.path("action_id").asText());
            if (button != null) {
                JsonNode value = json(action.path("value").asText());
                String channel = either(payload.at("/container/channel_id"), payload.at("/channel/id"));
                String ts = either(payload.at("/container/message_ts"), payload.at("/message/ts"));
                String trigger = payload.path("trigger_id").asText();
                return new Click(button, user(payload), card(value, channel, ts), trigger);
            }
        }
        return other(payload, payload.at("/actions/0/action_id").asText());
    }

    private static Interaction submission(JsonNode payload) throws Malformed {
        JsonNode view = payload.path("view");
        String callback = view.path("callback_id").asText();
        if (!callback.equals(REJECT_MODAL)) {
            return other(payload, callback);
        }
        JsonNode metadata = json(view.path("private_metadata").asText());
        String reason = view.path("state")
                .path("values")
                .path(REASON_BLOCK)
                .path(REASON_INPUT)
                .path("value")
                .asText("");
        Card card =
                card(metadata, metadata.path("c").asText(), metadata.path("t").asText());
        return new ReasonGiven(user(payload), card, reason);
    }

    /** The user's own team comes first: in a shared channel it is not the team that the message belongs to. */
    private static SlackUser user(JsonNode payload) throws Malformed {
        JsonNode user = payload.path("user");
        try {
            return new SlackUser(
                    either(user.path("team_id"), payload.at("/team/id")),
                    user.path("id").asText());
        } catch (IllegalArgumentException e) {
            throw new Malformed("the payload names no user of a team");
        }
    }

    private static Card card(JsonNode value, String channel, String ts) throws Malformed {
        try {
            return new Card(
                    new MigrationId(value.path("m").asText()),
                    new SubjectHash(value.path("s").asText()),
                    channel,
                    ts);
        } catch (IllegalArgumentException e) {
            throw new Malformed("the payload does not name a migration and its subject");
        }
    }

    private static Other other(JsonNode payload, String callback) {
        String what = payload.path("type").asText() + " " + callback;
        return new Other(what.length() > MOST_LOGGED ? what.substring(0, MOST_LOGGED) : what);
    }

    private static String either(JsonNode first, JsonNode second) {
        String text = first.asText("");
        return text.isBlank() || first.isNull() ? second.asText("") : text;
    }

    private static JsonNode json(String text) throws Malformed {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || !node.isObject()) {
                throw new Malformed("the payload is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Malformed("the payload is not JSON");
        }
    }

    private static Optional<String> field(String form, String name) throws Malformed {
        try {
            for (String pair : form.split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new Malformed("the form is not URL-encoded");
        }
    }
}
