package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.ApprovalState.RunEnd;
import io.lockkeeper.approval.migration.MigrationId;

/** What executor-service told of a run. */
sealed interface RunNews {

    /** A run claimed the grant. */
    record Claimed(MigrationId migration, String run) implements RunNews {}

    /** A run reached a terminal state. */
    record Over(MigrationId migration, RunEnd end) implements RunNews {}

    /** Says nothing about the approval. */
    record Other() implements RunNews {}

    /** Told by a newer executor; ignored by contract. */
    record Unknown() implements RunNews {}
}
