package io.lockkeeper.approval.decision;

import java.time.Instant;

/**
 * What the policy asked for when the approval was opened; a later change of the policy does not reach it.
 *
 * @param needed approvals
 * @param group whose members may decide
 * @param submitterMayApprove never true for a HIGH migration
 */
public record Terms(
        String policy,
        String policyHash,
        int needed,
        String group,
        boolean submitterMayApprove,
        Instant openedAt,
        Instant expiresAt) {}
