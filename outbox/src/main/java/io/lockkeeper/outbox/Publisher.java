package io.lockkeeper.outbox;

import java.util.concurrent.CompletionStage;

/** Sends one event at once; the stage completes when the broker has acknowledged it on all in-sync replicas. */
interface Publisher {

    CompletionStage<?> publish(OutboxTable.Row event);
}
