/**
 * Who runs what.
 *
 * <pre>
 * ClaimLoop ─▶ Claimer ─▶ LiveRuns.claim ─▶ RunWorker: preflight ─▶ engine ─▶ LiveRuns.end
 *                      └▶ LiveRuns.recover (leases that ran out)
 * </pre>
 */
@NullMarked
package io.lockkeeper.executor.claim;

import org.jspecify.annotations.NullMarked;
