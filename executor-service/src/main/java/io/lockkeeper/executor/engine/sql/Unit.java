package io.lockkeeper.executor.engine.sql;

import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * What is tried and taken back together: the statements of one transaction, or one statement outside any.
 *
 * @param statements at least one
 */
record Unit(List<PlannedStatement> statements) {

    Unit {
        statements = List.copyOf(statements);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a unit has at least one statement");
        }
    }

    boolean inTransaction() {
        return first().inTransaction();
    }

    PlannedStatement first() {
        return statements.getFirst();
    }

    /** The plan's units, in order. */
    static List<Unit> of(Plan plan) {
        List<Unit> units = new ArrayList<>();
        List<PlannedStatement> open = new ArrayList<>();
        for (PlannedStatement statement : plan.statements()) {
            if (!open.isEmpty() && !together(open.getLast(), statement)) {
                units.add(new Unit(open));
                open.clear();
            }
            open.add(statement);
        }
        if (!open.isEmpty()) {
            units.add(new Unit(open));
        }
        return units;
    }

    private static boolean together(PlannedStatement before, PlannedStatement after) {
        return before.inTransaction() && before.transaction() == after.transaction();
    }
}
