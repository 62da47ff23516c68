/**
 * The report and its canonical JSON. Deterministic: same plan and same facts give the same bytes.
 */
@NullMarked
package io.lockkeeper.riskengine.report;

import org.jspecify.annotations.NullMarked;
