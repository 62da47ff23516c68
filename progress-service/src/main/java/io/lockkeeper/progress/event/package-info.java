/**
 * What the other services told: one event, read once, as the features need it.
 *
 * <pre>
 * lockkeeper.migration.v1 ─MigrationWire─┐
 * lockkeeper.approval.v1  ─ApprovalWire──┼▶ Told (fact, sentence, actor, body) ─▶ intake.Events
 * lockkeeper.run.v1       ─RunWire───────┘
 * </pre>
 *
 * No table and no state: the wires are pure functions from an event's bytes to a {@link io.lockkeeper.progress.event.Told}.
 */
@NullMarked
package io.lockkeeper.progress.event;

import org.jspecify.annotations.NullMarked;
