package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.store.Conversation;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.MessageJson;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code conversations.*}: which there are, who is in them, what was said. */
final class ConversationMethods {
    private final Workspace workspace;
    private final Messages messages;
    private final MessageJson json;

    ConversationMethods(Workspace workspace, Messages messages) {
        this.workspace = workspace;
        this.messages = messages;
        this.json = new MessageJson(workspace, messages);
    }

    private ObjectNode list(Arguments arguments) {
        String types = arguments.text("types").filter(t -> !t.isEmpty()).orElse("public_channel");
        List<String> wanted = List.of(types.split(","));
        List<Conversation> found = messages.conversations().stream()
                .filter(c -> wanted.contains(c.direct() ? "im" : "public_channel"))
                .toList();
        ObjectNode answer = Json.object();
        Pages.put(answer, "channels", found, arguments, this::channel);
        return answer;
    }

    private ObjectNode info(Arguments arguments) {
        Conversation conversation = conversation(arguments);
        ObjectNode channel = channel(conversation);
        if (arguments.flag("include_num_members")) {
            channel.put("num_members", conversation.members().size());
        }
        ObjectNode answer = Json.object();
        answer.set("channel", channel);
        return answer;
    }

    private ObjectNode channel(Conversation conversation) {
        ObjectNode channel = Json.object().put("id", conversation.id());
        channel.put("is_im", conversation.direct());
        channel.put("is_channel", !conversation.direct());
        channel.put("is_archived", false);
        channel.put("context_team_id", workspace.team().id());
        boolean member = conversation.has(workspace.app().user());
        if (conversation.direct()) {
            conversation.members().stream()
                    .filter(user -> !user.equals(workspace.app().user()))
                    .findFirst()
                    .ifPresent(user -> channel.put("user", user));
        } else {
            channel.put("name", conversation.name()).put("name_normalized", conversation.name());
            channel.put("is_private", false)
                    .put("is_general", conversation.name().equals("general"));
            channel.put("is_member", member);
            channel.putObject("topic").put("value", conversation.topic());
            channel.putObject("purpose").put("value", conversation.topic());
        }
        return channel;
    }

    private ObjectNode members(Arguments arguments) {
        ObjectNode answer = Json.object();
        Pages.put(answer, "members", conversation(arguments).members(), arguments, id -> Json.object()
                .textNode(id));
        return answer;
    }

    private ObjectNode history(Arguments arguments) {
        Conversation conversation = readable(arguments);
        return said(messages.history(conversation.id()), arguments);
    }

    private ObjectNode replies(Arguments arguments) {
        Conversation conversation = readable(arguments);
        String ts = arguments.required("ts");
        Message parent = messages.find(conversation.id(), ts)
                .filter(m -> !m.ephemeral())
                .orElseThrow(() -> new Refused("thread_not_found"));
        List<Message> thread = new ArrayList<>(List.of(parent));
        thread.addAll(messages.replies(conversation.id(), ts));
        return said(thread, arguments);
    }

    private ObjectNode said(List<Message> all, Arguments arguments) {
        boolean inclusive = arguments.flag("inclusive");
        String oldest = arguments.text("oldest").filter(t -> !t.isEmpty()).orElse("0");
        String latest = arguments.text("latest").filter(t -> !t.isEmpty()).orElse("9999999999.999999");
        List<Message> between = all.stream()
                .filter(m -> within(m.ts(), oldest, latest, inclusive))
                .toList();
        boolean metadata = arguments.flag("include_all_metadata");
        ObjectNode answer = Json.object();
        boolean more = Pages.put(answer, "messages", between, arguments, m -> json.of(m, metadata));
        answer.put("has_more", more).put("pin_count", 0);
        return answer;
    }

    private static boolean within(String ts, String oldest, String latest, boolean inclusive) {
        BigDecimal at = decimal(ts, "invalid_arguments");
        int fromOldest = at.compareTo(decimal(oldest, "invalid_ts_oldest"));
        int toLatest = at.compareTo(decimal(latest, "invalid_ts_latest"));
        return inclusive ? fromOldest >= 0 && toLatest <= 0 : fromOldest > 0 && toLatest < 0;
    }

    private static BigDecimal decimal(String ts, String code) {
        try {
            return new BigDecimal(ts);
        } catch (NumberFormatException malformed) {
            throw new Refused(code);
        }
    }

    private ObjectNode open(Arguments arguments) {
        List<String> users = arguments
                .text("users")
                .filter(u -> !u.isBlank())
                .map(u -> List.of(u.split(",")))
                .orElseThrow(() -> new Refused("users_list_not_supplied"));
        if (users.size() > 8) {
            throw new Refused("too_many_users");
        }
        List<String> members = new ArrayList<>(List.of(workspace.app().user()));
        for (String user : users) {
            members.add(workspace
                    .user(user.strip())
                    .orElseThrow(() -> new Refused("user_not_found"))
                    .id());
        }
        Messages.Opened opened = messages.direct(members);
        ObjectNode answer = Json.object().put("no_op", opened.alreadyOpen()).put("already_open", opened.alreadyOpen());
        answer.set(
                "channel",
                arguments.flag("return_im")
                        ? channel(opened.conversation())
                        : Json.object().put("id", opened.conversation().id()));
        return answer;
    }

    private Conversation conversation(Arguments arguments) {
        return messages.conversation(arguments.required("channel")).orElseThrow(() -> new Refused("channel_not_found"));
    }

    private Conversation readable(Arguments arguments) {
        Conversation conversation = conversation(arguments);
        if (!conversation.has(workspace.app().user())) {
            throw new Refused("not_in_channel");
        }
        return conversation;
    }

    Map<String, Method> methods() {
        return Map.of(
                "conversations.list", this::list,
                "conversations.info", this::info,
                "conversations.members", this::members,
                "conversations.history", this::history,
                "conversations.replies", this::replies,
                "conversations.open", this::open);
    }
}
