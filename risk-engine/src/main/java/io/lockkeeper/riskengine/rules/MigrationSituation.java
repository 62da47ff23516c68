package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.facts.TableFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.TableOperation;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.StatementReport;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything a rule about a migration as a whole may look at.
 *
 * @param operations of each statement, in order
 * @param statements what was found of each
 * @param facts of the target before the first
 * @param created the tables that the migration itself creates
 */
public record MigrationSituation(
        Plan plan,
        List<List<Operation>> operations,
        List<StatementReport> statements,
        TargetFacts facts,
        Set<ObjectName> created) {
    public MigrationSituation {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
        created = Set.copyOf(created);
    }

    public MigrationSituation(
            Plan plan, List<List<Operation>> operations, List<StatementReport> statements, TargetFacts facts) {
        this(plan, operations, statements, facts, created(operations, facts));
    }

    private static Set<ObjectName> created(List<List<Operation>> operations, TargetFacts facts) {
        return operations.stream()
                .flatMap(List::stream)
                .filter(TableOperation.CreateTable.class::isInstance)
                .map(operation -> facts.qualified(((TableOperation.CreateTable) operation).table()))
                .collect(Collectors.toSet());
    }

    /** Of a table that is empty, or created by the migration itself. */
    public boolean unused(Effect effect) {
        ObjectName name = ObjectName.parse(effect.table());
        return created.contains(name)
                || facts.table(name).map(TableFacts::empty).orElse(false);
    }
}
