/**
 * Live measurements.
 *
 * <pre>
 * Sampler ─▶ ServerView (pg_stat_progress_*, pg_stat_activity) ─▶ Samples + Outbox ─▶ ProgressWire ─▶ lockkeeper.progress.v1
 * </pre>
 */
@NullMarked
package io.lockkeeper.executor.progress;

import org.jspecify.annotations.NullMarked;
