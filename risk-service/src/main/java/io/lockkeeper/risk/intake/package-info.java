/**
 * A migration comes in.
 *
 * <pre>
 * POST /v1/migrations ─▶ MigrationResource ─▶ Assessor (plan, live facts, report; no transaction)
 *                                          ─▶ Migrations (bundle + migration + idempotency + outbox, one transaction)
 * POST /v1/lint ─▶ MigrationResource ─▶ Assessor (with a target) or OfflineLint (by what the request tells); nothing is stored
 * out: lockkeeper.migration.v1 (MigrationSubmitted, MigrationClassified); tables: migration, bundle, idempotency
 * </pre>
 */
@NullMarked
package io.lockkeeper.risk.intake;

import org.jspecify.annotations.NullMarked;
