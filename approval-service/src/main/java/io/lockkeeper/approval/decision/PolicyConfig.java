package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.ApprovalConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The policy as configured; one that would let a HIGH migration pass without a person fails the start. */
@Startup
@ApplicationScoped
class PolicyConfig {

    private final Policy policy;

    PolicyConfig(ApprovalConfig config) {
        ApprovalConfig.Policy values = config.policy();
        policy = new Policy(
                values.name(),
                values.lowApprovals(),
                values.mediumApprovals(),
                values.highApprovals(),
                values.submitterMayApprove(),
                values.expiry(),
                values.approverGroup());
    }

    Policy policy() {
        return policy;
    }
}
