/**
 * What approval-service knows of a migration: what risk-service said when it classified it.
 *
 * <pre>
 * lockkeeper.migration.v1 ─▶ MigrationWire ─▶ MigrationNews (Classified with a Migration, Withdrawn) ─▶ decision
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval.migration;

import org.jspecify.annotations.NullMarked;
