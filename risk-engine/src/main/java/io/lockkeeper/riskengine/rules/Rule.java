package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.operation.Operation;
import io.lockkeeper.riskengine.report.Finding;
import java.util.Optional;

/** One rule: its card, and its check. Pure: no clock, no I/O, no state. */
public interface Rule {
    Card card();

    /** Asked once for each operation of each statement, in order. */
    Optional<Finding> check(Operation operation, Situation situation);
}
