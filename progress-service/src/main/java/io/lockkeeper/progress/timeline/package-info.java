/**
 * What happened to a migration, one readable sentence per event.
 *
 * <pre>
 * intake.Events ─▶ Timeline ─▶ TimelineStore ─▶ table timeline_entry ─▶ GET /v1/migrations/{id}/timeline
 * </pre>
 */
@NullMarked
package io.lockkeeper.progress.timeline;

import org.jspecify.annotations.NullMarked;
