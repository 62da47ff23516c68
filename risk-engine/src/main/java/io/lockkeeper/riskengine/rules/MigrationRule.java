package io.lockkeeper.riskengine.rules;

import io.lockkeeper.riskengine.report.Finding;
import java.util.Optional;

/** A rule about a migration as a whole. Pure: no clock, no I/O, no state. */
public interface MigrationRule {
    Card card();

    Optional<Finding> check(MigrationSituation situation);
}
