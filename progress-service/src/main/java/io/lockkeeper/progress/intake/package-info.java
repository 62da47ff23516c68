/**
 * Where events come in: one transaction per event, for all features at once.
 *
 * <pre>
 * lockkeeper.migration.v1, .approval.v1, .run.v1 ─listener─▶ Inbox ─▶ Events
 * Events ─▶ Migrations, Timeline, Snapshots, AuditChain (last, for appends wait for each other)
 * </pre>
 *
 * Locks are taken in that order (migration, run, audit head) by every event, so no two can wait for each other in a circle.
 * Listeners are {@code @Blocking}, hence one record after the other: {@code @RunOnVirtualThread} would apply events of one key
 * side by side.
 */
@NullMarked
package io.lockkeeper.progress.intake;

import org.jspecify.annotations.NullMarked;
