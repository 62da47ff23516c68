package io.lockkeeper.progress.snapshot;

import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.RunId;
import java.time.Instant;

/**
 * The smoothed state of a run at one moment.
 *
 * @param percent of what runs now; -1 when the server gives no total
 * @param rate units per second; 0 when unknown
 * @param etaSeconds to the end of what runs now; -1 when unknown
 * @param stalled it should move and does not
 */
public record Snapshot(
        MigrationId migration,
        RunId run,
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
        boolean stalled,
        Instant at) {}
