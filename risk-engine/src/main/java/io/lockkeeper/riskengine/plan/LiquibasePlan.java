package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import java.util.Set;

/** A changelog, asked for its SQL offline. */
final class LiquibasePlan {
    private LiquibasePlan() {}

    static Plan of(Bundle bundle, Dialect dialect, Set<ChangesetId> alreadyRan) throws PlanRefused {
        throw new UnsupportedOperationException("Not written yet");
    }
}
