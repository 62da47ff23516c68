package io.lockkeeper.executor.engine;

import io.lockkeeper.executor.target.TargetSession;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.subject.Bundle;

/**
 * All that an engine needs for one run, after every check before the first statement has passed.
 *
 * @param session the run's own connection to the target
 */
public record RunContext(TargetSession session, Bundle bundle, Plan plan, Journal journal, Watch watch) {

    /** Told where the run is, for those who look on; must not throw and must not block. */
    @FunctionalInterface
    public interface Watch {
        void statement(int index);
    }
}
