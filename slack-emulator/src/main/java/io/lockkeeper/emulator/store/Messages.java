package io.lockkeeper.emulator.store;

import io.lockkeeper.emulator.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All conversations and their messages, oldest first. Not thread-safe: the event loop owns it. */
public final class Messages {
    /** Per conversation; the oldest fall out so that a stack left running for days stays small. */
    private static final int KEPT = 2_000;

    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, NavigableMap<String, Message>> messages = new LinkedHashMap<>();
    private final Feed feed;

    public Messages(Workspace workspace, Feed feed) {
        this.feed = feed;
        workspace.channels().forEach(c -> open(new Conversation(c.id(), c.name(), c.topic(), c.members(), false)));
    }

    private void open(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
        messages.put(conversation.id(), new TreeMap<>());
    }

    public List<Conversation> conversations() {
        return List.copyOf(conversations.values());
    }

    public Optional<Conversation> conversation(String id) {
        return Optional.ofNullable(conversations.get(id));
    }

    /** The direct message between exactly these users, opened when there is none yet. */
    public Opened direct(List<String> users) {
        List<String> members = List.copyOf(new TreeSet<>(users));
        Optional<Conversation> known = conversations.values().stream()
                .filter(c -> c.direct() && c.members().equals(members))
                .findFirst();
        if (known.isPresent()) {
            return new Opened(known.get(), true);
        }
        String id = "D0%07d".formatted(conversations.size());
        Conversation opened = new Conversation(id, id, "", members, true);
        open(opened);
        feed.publish(new Change(Change.Kind.CHANNEL, id, ""));
        return new Opened(opened, false);
    }

    public record Opened(Conversation conversation, boolean alreadyOpen) {}

    public void put(Message message) {
        NavigableMap<String, Message> all = of(message.channel());
        all.put(message.ts(), message);
        while (all.size() > KEPT) {
            all.pollFirstEntry();
        }
        published(message);
    }

    public void remove(Message message) {
        of(message.channel()).remove(message.ts());
        published(message);
    }

    private void published(Message message) {
        String viewer = message.viewer();
        feed.publish(new Change(Change.Kind.MESSAGE, message.channel(), viewer == null ? "" : viewer));
    }

    public Optional<Message> find(String channel, String ts) {
        return Optional.ofNullable(
                messages.getOrDefault(channel, new TreeMap<>()).get(ts));
    }

    /** Everything of a conversation, ephemerals and replies included, oldest first. */
    public List<Message> all(String channel) {
        return List.copyOf(of(channel).values());
    }

    /** What {@code conversations.history} sees: neither ephemerals nor replies; newest first. */
    public List<Message> history(String channel) {
        return newestFirst(channel, m -> !m.ephemeral() && !m.reply());
    }

    private List<Message> newestFirst(String channel, Predicate<Message> wanted) {
        List<Message> found = new ArrayList<>();
        of(channel).descendingMap().values().stream().filter(wanted).forEach(found::add);
        return found;
    }

    /** The replies to a message, oldest first, ephemerals left out. */
    public List<Message> replies(String channel, String parentTs) {
        return all(channel).stream()
                .filter(m -> m.reply() && parentTs.equals(m.threadTs()) && !m.ephemeral())
                .toList();
    }

    private NavigableMap<String, Message> of(String channel) {
        NavigableMap<String, Message> found = messages.get(channel);
        if (found == null) {
            throw new IllegalStateException("No conversation " + channel);
        }
        return found;
    }
}
