package io.lockkeeper.emulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message object as Slack returns it. */
public final class MessageJson {
    private final Workspace workspace;
    private final Messages messages;

    public MessageJson(Workspace workspace, Messages messages) {
        this.workspace = workspace;
        this.messages = messages;
    }

    /** Metadata is given in full only to who asks for it, otherwise by its type alone. */
    public ObjectNode of(Message message, boolean allMetadata) {
        ObjectNode json = Json.object().put("type", "message").put("user", message.author());
        json.put("ts", message.ts());
        if (message.fromApp()) {
            json.put("bot_id", workspace.app().botId());
            json.put("app_id", workspace.app().id());
        }
        json.put("text", message.text()).put("team", workspace.team().id());
        if (message.fromApp()) {
            json.set("bot_profile", botProfile());
        }
        if (message.blocks() != null) {
            json.set("blocks", message.blocksOrNone());
        }
        if (message.attachments() != null) {
            json.set("attachments", message.attachments().deepCopy());
        }
        metadata(json, message.metadata(), allMetadata);
        if (message.editedTs() != null) {
            json.putObject("edited").put("user", message.author()).put("ts", message.editedTs());
        }
        thread(json, message);
        return json;
    }

    private ObjectNode botProfile() {
        ObjectNode profile = Json.object().put("id", workspace.app().botId());
        profile.put("app_id", workspace.app().id());
        profile.put("name", workspace.bot().name());
        profile.put("deleted", false);
        profile.put("team_id", workspace.team().id());
        return profile;
    }

    private static void metadata(ObjectNode json, @Nullable ObjectNode metadata, boolean all) {
        if (metadata != null) {
            json.set(
                    "metadata",
                    all ? metadata.deepCopy() : Json.object().put("event_type", Json.text(metadata, "event_type")));
        }
    }

    private void thread(ObjectNode json, Message message) {
        if (message.reply()) {
            json.put("thread_ts", message.threadTs());
            messages.find(message.channel(), String.valueOf(message.threadTs()))
                    .ifPresent(parent -> json.put("parent_user_id", parent.author()));
            return;
        }
        List<Message> replies = messages.replies(message.channel(), message.ts());
        if (!replies.isEmpty()) {
            json.put("thread_ts", message.ts());
            json.put("reply_count", replies.size());
            json.put("latest_reply", replies.getLast().ts());
            json.set(
                    "reply_users",
                    Json.strings(
                            replies.stream().map(Message::author).distinct().toList()));
        }
    }
}
