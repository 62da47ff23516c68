/**
 * The hash-chained record of every event of migration, approval and run, each exactly once.
 *
 * <pre>
 * intake.Events ─▶ AuditChain ─▶ Link.next (pure) ─▶ tables audit_entry (append only), audit_head (one row, the lock)
 * AuditVerifications (scheduled, on demand) ─▶ ChainVerifier (pure, streaming) ─▶ Verdict
 * GET /v1/audit, GET /v1/audit/verification ◀─ AuditResource
 * </pre>
 *
 * How an entry is hashed stands in {@link io.lockkeeper.progress.audit.AuditHash}; the command line tool hashes by itself.
 */
@NullMarked
package io.lockkeeper.progress.audit;

import org.jspecify.annotations.NullMarked;
