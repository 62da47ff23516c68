package io.lockkeeper.riskengine.effect;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.operation.OtherOperation;
import io.lockkeeper.riskengine.report.Effect;
import java.util.List;

/** What an operation does to tables of MySQL and MariaDB. */
final class MysqlEffects {
    private MysqlEffects() {}

    static List<Effect> of(Operation operation, TargetFacts facts) {
        if (operation instanceof OtherOperation.Unreadable) {
            return List.of();
        }
        throw new IllegalStateException("not there yet: " + operation + facts);
    }
}
