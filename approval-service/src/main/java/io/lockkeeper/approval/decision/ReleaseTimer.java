package io.lockkeeper.approval.decision;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Every few seconds: what is held and may go now, what waited too long. Any number of instances may do so at once. */
@ApplicationScoped
class ReleaseTimer {

    private static final Logger LOG = Logger.getLogger(ReleaseTimer.class);

    private final Approvals approvals;
    private final ApprovalMetrics metrics;

    ReleaseTimer(Approvals approvals, ApprovalMetrics metrics) {
        this.approvals = approvals;
        this.metrics = metrics;
    }

    @Scheduled(
            identity = "release",
            every = "${lockkeeper.windows.check-every:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        String last = "";
        int held = 0;
        // One transaction each: one that fails must not keep the others waiting.
        while (true) {
            Optional<Approval> looked;
            try {
                looked = approvals.lookAtNext(last);
            } catch (RuntimeException e) {
                LOG.warn("held and waiting approvals could not be looked at; trying again at the next tick", e);
                return;
            }
            if (looked.isEmpty()) {
                metrics.heldNow(held);
                return;
            }
            held += looked.get().state() instanceof ApprovalState.Held ? 1 : 0;
            last = looked.get().migration().id().value();
        }
    }
}
