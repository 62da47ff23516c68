package io.lockkeeper.executor.run;

/**
 * The right to write about a run.
 *
 * @param owner host and process that holds it
 * @param token rises with every change of hands; a write with an older token is refused
 */
public record Lease(RunId run, String owner, long token) {}
