package io.lockkeeper.approval.window;

import java.util.UUID;

/** Identity of a freeze. */
public record FreezeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
