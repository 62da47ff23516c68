/**
 * The approval of a migration: opened under a policy, decided by people, held by windows, granted once.
 *
 * <pre>
 * lockkeeper.migration.v1 ─▶ MigrationListener ┐                  ┌─▶ Approval, ApprovalState (pure)
 * lockkeeper.run.v1       ─▶ RunListener       ├─▶ Approvals ─────┼─▶ ApprovalStore: approval, decision, issued_grant
 * REST, Slack, ReleaseTimer                    ┘                  └─▶ ApprovalWire ─▶ outbox ─▶ lockkeeper.approval.v1
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval.decision;

import org.jspecify.annotations.NullMarked;
