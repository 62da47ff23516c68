/**
 * Estimates learn from finished runs.
 *
 * <pre>
 * in: lockkeeper.run.v1 ─▶ RunListener ─▶ Calibrations.learn (the migration's report + observed seconds) ─▶ table observation
 * Calibrations.of(target) ◀─ the next assessment
 * </pre>
 */
@NullMarked
package io.lockkeeper.risk.calibration;

import org.jspecify.annotations.NullMarked;
