/**
 * The command {@code lockkeeper}: lint a migration, submit it, verify the audit chain.
 *
 * <pre>
 * Lockkeeper ─▶ lint.LintCommand  ─▶ risk-engine, in this process
 *            ─▶ SubmitCommand      ─Api─▶ risk-service      POST /v1/migrations
 *            ─▶ AuditVerifyCommand ─Api─▶ progress-service  GET /v1/audit, and hashes by itself (ChainCheck)
 * </pre>
 *
 * It shares no code with the services, so that it proves what they say rather than repeating it.
 * Exit codes: 0 good, 1 refused or broken, 2 wrong use or no answer.
 */
@NullMarked
package io.lockkeeper.cli;

import org.jspecify.annotations.NullMarked;
