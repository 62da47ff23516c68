package io.lockkeeper.progress.snapshot;

import java.time.Instant;

/** One raw measurement of a run; {@code total} 0 = the server does not say, {@code waitingFor} empty = for nothing. */
record Sample(
        long sequence,
        int statementIndex,
        int statements,
        String activity,
        long done,
        long total,
        String unit,
        int blockedSessions,
        String waitingFor,
        Instant at) {}
