/**
 * The smoothed state of a live run that people see.
 *
 * <pre>
 * lockkeeper.progress.v1 ─ProgressListener─▶ Snapshots ─▶ RunProgress (pure, Smoothing) ─▶ table run_progress
 *                        run start and end ─▶ Snapshots ◀─ SnapshotTicker (every second: due, silent, stalled)
 * Snapshots ─outbox─▶ lockkeeper.snapshot.v1
 * </pre>
 */
@NullMarked
package io.lockkeeper.progress.snapshot;

import org.jspecify.annotations.NullMarked;
