package io.lockkeeper.risk.calibration;

import io.lockkeeper.riskengine.report.Work;
import java.time.Instant;
import java.util.UUID;

/**
 * What one statement of a finished run showed.
 *
 * @param expected seconds that the report estimated, before any calibration
 * @param observed seconds that it took
 */
record Observation(
        String run,
        int statement,
        UUID migration,
        String target,
        Work work,
        double expected,
        double observed,
        Instant at) {

    double ratio() {
        return observed / expected;
    }
}
