package io.lockkeeper.notifier.card;

import java.time.Instant;
import java.util.List;

/**
 * What topic snapshot last said.
 *
 * @param percent of the statement that runs; negative when the server gives no total
 * @param etaSeconds negative when unknown
 * @param statementIndex from 0
 */
public record SnapshotFacet(
        String runId,
        int statementIndex,
        int statements,
        String activity,
        long done,
        long total,
        String unit,
        double percent,
        double rate,
        long etaSeconds,
        long elapsedSeconds,
        int blockedSessions,
        String waitingFor,
        List<Lag> replicas,
        boolean stalled,
        Instant at) {

    public SnapshotFacet {
        replicas = List.copyOf(replicas);
    }

    /** How far a replica was behind when it was last asked. */
    public record Lag(String replica, double seconds, Instant readAt) {}
}
