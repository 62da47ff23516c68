package io.lockkeeper.executor.progress;

/**
 * One look at a live run.
 *
 * @param activity in the server's own words
 * @param total 0 when the server does not say
 * @param waitingFor empty when the run waits for nothing
 */
public record Sample(
        int statementIndex,
        int statements,
        String activity,
        long done,
        long total,
        String unit,
        int blockedSessions,
        String waitingFor) {}
