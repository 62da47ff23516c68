package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.Report;
import java.util.Set;

/** The classifier. Pure and deterministic: no clock, no I/O; safe to call from any thread. */
public final class RiskEngine {
    private RiskEngine() {}

    /** Every relation the plan's statements name, as written: what {@code PostgresFacts.read} must be asked for. */
    public static Set<ObjectName> names(Plan plan) {
        throw new UnsupportedOperationException("Not written yet");
    }

    /** Effects, findings and risk of every statement and of the migration. */
    public static Report assess(Plan plan, TargetFacts facts, Thresholds thresholds) {
        throw new UnsupportedOperationException("Not written yet");
    }
}
