package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.StatementReport;
import java.util.List;

/**
 * Everything a rule about a migration as a whole may look at.
 *
 * @param operations of each statement, in order
 * @param statements what was found of each
 * @param facts of the target before the first
 */
public record MigrationSituation(
        Plan plan, List<List<Operation>> operations, List<StatementReport> statements, TargetFacts facts) {
    public MigrationSituation {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
    }
}
