package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import io.lockkeeper.riskengine.read.PostgresReader;
import io.lockkeeper.riskengine.read.StatementReader;
import io.lockkeeper.riskengine.report.Report;
import java.util.Set;
import java.util.TreeSet;

/**
 * The classifier. Deterministic: no clock (but for the time that reading one statement may take), no I/O; safe to call from
 * any thread. The statements read last are remembered, so that asking for their names and then for their risk reads them once.
 */
public final class RiskEngine {
    private static final StatementReader READER = new PostgresReader();

    private RiskEngine() {}

    /**
     * Begins to load the grammar in the background, which takes about a second; without it, the first statement waits.
     * Returns at once.
     */
    public static void start() {
        PostgresReader.start();
    }

    /** Every relation and type the plan's statements name, as written: what {@code PostgresFacts.read} must be asked for. */
    public static Set<ObjectName> names(Plan plan) {
        Set<ObjectName> names = new TreeSet<>();
        for (PlannedStatement statement : plan.statements()) {
            READER.read(statement.sql())
                    .forEach(operation -> Names.of(operation).forEach(names::add));
        }
        return names;
    }

    /** Effects, findings and risk of every statement and of the migration. */
    public static Report assess(Plan plan, TargetFacts facts, Thresholds thresholds) {
        return new Assessment(plan, READER, thresholds).of(facts);
    }
}
