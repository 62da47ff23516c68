package io.lockkeeper.executor.run;

import java.util.UUID;

/** Identity of one run. */
public record RunId(UUID value) {

    public static RunId parse(String text) {
        return new RunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
