package io.lockkeeper.emulator.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.blocks.Normaliser;
import io.lockkeeper.emulator.store.Conversation;
import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.MessageJson;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Timestamps;
import io.lockkeeper.emulator.wire.Json;
import io.lockkeeper.emulator.wire.Refused;
import io.lockkeeper.emulator.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

import static io.lockkeeper.emulator.api.Content.noneWhenEmpty;

/** {@code chat.*}: posting, updating in place, whispering, deleting, linking. */
final class ChatMethods {
    private static final int POSTED_TEXT = 40_000;
    private static final int UPDATED_TEXT = 4_000;

    private final Workspace workspace;
    private final Messages messages;
    private final MessageJson json;
    private final Timestamps timestamps;
    private final Normaliser normaliser;
    private final Supplier<String> baseUrl;

    ChatMethods(
            Workspace workspace,
            Messages messages,
            Timestamps timestamps,
            Normaliser normaliser,
            Supplier<String> baseUrl) {
        this.workspace = workspace;
        this.messages = messages;
        this.json = new MessageJson(workspace, messages);
        this.timestamps = timestamps;
        this.normaliser = normaliser;
        this.baseUrl = baseUrl;
    }

    ObjectNode postMessage(Arguments arguments) {
        Conversation conversation = postable(arguments.required("channel"));
        Content content = Content.of(arguments, normaliser);
        if (!content.says()) {
            throw new Refused("no_text");
        }
        Message message = message(conversation, content, thread(conversation, arguments), null);
        messages.put(message);
        ObjectNode answer = Json.object().put("channel", conversation.id()).put("ts", message.ts());
        answer.set("message", json.of(message, true));
        return answer;
    }

    ObjectNode postEphemeral(Arguments arguments) {
        Conversation conversation = postable(arguments.required("channel"));
        String viewer = arguments.required("user");
        if (!conversation.has(viewer)) {
            throw new Refused("user_not_in_channel");
        }
        Content content = Content.of(arguments, normaliser);
        if (!content.says()) {
            throw new Refused("no_text");
        }
        Message message = message(conversation, content, thread(conversation, arguments), viewer);
        messages.put(message);
        return Json.object().put("message_ts", message.ts());
    }

    private Message message(
            Conversation conversation, Content content, @Nullable String threadTs, @Nullable String viewer) {
        String text = content.textOrSummary();
        return new Message(
                conversation.id(),
                timestamps.next(conversation.id()),
                workspace.app().user(),
                true,
                text.length() > POSTED_TEXT ? text.substring(0, POSTED_TEXT) : text,
                noneWhenEmpty(content.blocks()),
                noneWhenEmpty(content.attachments()),
                noneWhenEmpty(content.metadata()),
                threadTs,
                viewer,
                null,
                0);
    }

    /** Replying to a reply lands in its thread. */
    private @Nullable String thread(Conversation conversation, Arguments arguments) {
        return arguments
                .text("thread_ts")
                .filter(ts -> !ts.isEmpty())
                .map(ts -> messages.find(conversation.id(), ts)
                        .filter(parent -> !parent.ephemeral())
                        .orElseThrow(() -> new Refused("cannot_reply_to_message")))
                .map(parent -> parent.threadTs() == null ? parent.ts() : parent.threadTs())
                .orElse(null);
    }

    ObjectNode update(Arguments arguments) {
        Message before = own(arguments, "ts", "cant_update_message");
        Content content = Content.of(arguments, normaliser);
        if (content.text() != null && content.text().length() > UPDATED_TEXT) {
            throw new Refused("msg_too_long");
        }
        Message after = updated(before, content);
        messages.put(after);
        ObjectNode answer = Json.object().put("channel", after.channel()).put("ts", after.ts());
        answer.put("text", after.text());
        answer.set("message", json.of(after, true));
        return answer;
    }

    /**
     * Blocks survive only when neither text nor blocks are given; attachments and metadata survive when omitted, and
     * go by {@code []} and {@code {}}. An update that leaves blocks shows no "(edited)".
     */
    private Message updated(Message before, Content content) {
        boolean keepsBody = !content.hasText() && content.blocks() == null;
        ArrayNode blocks = keepsBody ? before.blocks() : noneWhenEmpty(content.blocks());
        ArrayNode attachments =
                content.attachments() == null ? before.attachments() : noneWhenEmpty(content.attachments());
        ObjectNode metadata = content.metadata() == null ? before.metadata() : noneWhenEmpty(content.metadata());
        boolean changesSomething = !keepsBody || content.attachments() != null || content.metadata() != null;
        String text = keepsBody ? before.text() : content.textOrSummary();
        if (!changesSomething || (text.isEmpty() && blocks == null && attachments == null)) {
            throw new Refused("no_text");
        }
        String edited = blocks == null && !text.equals(before.text()) ? timestamps.now() : before.editedTs();
        return before.with(text, blocks, attachments, metadata, blocks == null ? edited : null);
    }

    ObjectNode delete(Arguments arguments) {
        Message message = own(arguments, "ts", "cant_delete_message");
        messages.remove(message);
        return Json.object().put("channel", message.channel()).put("ts", message.ts());
    }

    private Message own(Arguments arguments, String tsField, String notOwn) {
        String channel = arguments.required("channel");
        String ts = arguments.required(tsField);
        if (messages.conversation(channel).isEmpty()) {
            throw new Refused("channel_not_found");
        }
        Message message = messages.find(channel, ts)
                .filter(m -> !m.ephemeral())
                .orElseThrow(() -> new Refused("message_not_found"));
        if (!message.fromApp()) {
            throw new Refused(notOwn);
        }
        return message;
    }

    ObjectNode getPermalink(Arguments arguments) {
        String channel = arguments.required("channel");
        String ts = arguments.required("message_ts");
        if (messages.conversation(channel).isEmpty()) {
            throw new Refused("channel_not_found");
        }
        if (messages.find(channel, ts).isEmpty()) {
            throw new Refused("message_not_found");
        }
        return Json.object()
                .put("channel", channel)
                .put("permalink", baseUrl.get() + "/archives/" + channel + "/p" + ts.replace(".", ""));
    }

    /** By channel id, by {@code #name}, or by user id, which opens the direct message with that user. */
    private Conversation postable(String channel) {
        if (workspace.user(channel).isPresent()) {
            return messages.direct(List.of(channel, workspace.app().user())).conversation();
        }
        String name = channel.startsWith("#") ? channel.substring(1) : channel;
        Conversation conversation = messages.conversations().stream()
                .filter(c -> c.id().equals(channel) || c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused("channel_not_found"));
        if (!conversation.has(workspace.app().user())) {
            throw new Refused("not_in_channel");
        }
        return conversation;
    }

    /** The key of the per-channel rate limit. */
    static String channelOf(Arguments arguments) {
        return arguments.text("channel").orElse("");
    }

    Map<String, Method> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.postEphemeral", this::postEphemeral,
                "chat.update", this::update,
                "chat.delete", this::delete,
                "chat.getPermalink", this::getPermalink);
    }
}
