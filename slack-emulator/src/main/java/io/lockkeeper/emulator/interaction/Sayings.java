package io.lockkeeper.emulator.interaction;

import io.lockkeeper.emulator.store.Message;
import io.lockkeeper.emulator.store.Messages;
import io.lockkeeper.emulator.store.Timestamps;

/** What people write themselves. The app is not told: the emulator sends no events yet. */
public final class Sayings {
    private static final int LONGEST = 12_000;

    private final Messages messages;
    private final Timestamps timestamps;

    public Sayings(Messages messages, Timestamps timestamps) {
        this.messages = messages;
        this.timestamps = timestamps;
    }

    /** @param thread the parent's ts, or empty */
    public Outcome say(String user, String channel, String text, String thread) {
        if (messages.conversation(channel).filter(c -> c.has(user)).isEmpty()) {
            return new Outcome.Impossible("not_in_channel", "You are not in this channel.");
        }
        if (text.isBlank() || text.length() > LONGEST) {
            return new Outcome.Impossible("no_text", "Write something, but not more than 12,000 characters.");
        }
        if (!thread.isEmpty() && messages.find(channel, thread).isEmpty()) {
            return new Outcome.Impossible("thread_not_found", "This thread is no longer there.");
        }
        String escaped = text.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        messages.put(new Message(
                channel,
                timestamps.next(channel),
                user,
                false,
                escaped,
                null,
                null,
                null,
                thread.isEmpty() ? null : thread,
                null,
                null,
                0));
        return new Outcome.Acknowledged(0);
    }
}
