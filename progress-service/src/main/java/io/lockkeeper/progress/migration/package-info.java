/**
 * Where each migration stands, derived from what three topics said.
 *
 * <pre>
 * intake.Events ─▶ Migrations ─▶ Migration (three facets, one per topic) ─derive─▶ State ─▶ table migration
 * GET /v1/migrations, /v1/migrations/{id}, /v1/migrations/{id}/stream ◀─ MigrationResource, MigrationStream
 * </pre>
 *
 * Topics have no order between each other, so each facet hears one topic only and the state is a pure function of the three.
 */
@NullMarked
package io.lockkeeper.progress.migration;

import org.jspecify.annotations.NullMarked;
