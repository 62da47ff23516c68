package io.lockkeeper.emulator.store;

/** Something a looker should redraw. {@code user} is empty when it concerns everybody. */
public record Change(Kind kind, String channel, String user) {
    public enum Kind {
        MESSAGE,
        VIEW,
        CHANNEL
    }
}
