package io.lockkeeper.emulator.blocks;

import java.util.ArrayList;
import java.util.List;

/** What the validator found, in Slack's words: {@code <what> [json-pointer:<where>]}, in the order found. */
public final class Problems {
    private final List<String> messages = new ArrayList<>();

    public void add(String what, String pointer) {
        messages.add(what + " [json-pointer:" + pointer + "]");
    }

    void addAll(Problems others) {
        messages.addAll(others.messages);
    }

    public boolean none() {
        return messages.isEmpty();
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }
}
