package io.lockkeeper.riskengine.plan;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import java.util.Set;

/** Bundle → plan. Pure: no network, no file system, no database. */
public final class Planner {
    private Planner() {}

    /**
     * Extracts the statements in running order.
     *
     * @param alreadyRan changesets the target has run ({@code RanChangesets.read}); ignored for native
     * @throws PlanRefused with code, file, line and what to do next
     */
    public static Plan plan(Bundle bundle, Dialect dialect, Set<ChangesetId> alreadyRan) throws PlanRefused {
        throw new UnsupportedOperationException("Not written yet");
    }
}
