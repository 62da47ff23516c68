package io.lockkeeper.outbox;

import java.util.concurrent.CompletionStage;

/** Sends one event; the stage completes when the broker has acknowledged it on all in-sync replicas. */
interface Publisher {

    CompletionStage<?> publish(OutboxTable.Row event);

    /** Sends out what is buffered, at once. */
    default void flush() {}
}
