/**
 * Kafka in.
 *
 * <pre>
 * lockkeeper.approval.v1 ─▶ ApprovalListener ─▶ ApprovalWire ─▶ Intake ─▶ GrantVerifier ─▶ Runs
 * </pre>
 */
@NullMarked
package io.lockkeeper.executor.intake;

import org.jspecify.annotations.NullMarked;
