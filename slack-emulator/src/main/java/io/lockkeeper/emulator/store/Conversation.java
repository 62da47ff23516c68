package io.lockkeeper.emulator.store;

import java.util.List;

/** A channel, or a direct message between users ({@code direct}). */
public record Conversation(String id, String name, String topic, List<String> members, boolean direct) {
    public Conversation {
        members = List.copyOf(members);
    }

    public boolean has(String user) {
        return members.contains(user);
    }
}
