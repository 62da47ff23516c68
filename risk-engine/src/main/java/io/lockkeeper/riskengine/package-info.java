/**
 * SQL text and target facts in; effects, findings and risk out. No framework.
 *
 * <p>Flow: {@code Bundle} → {@code Planner} → {@code Plan} → {@code RiskEngine.names} → {@code PostgresFacts} →
 * {@code RiskEngine.assess} → {@code Report}.
 */
@NullMarked
package io.lockkeeper.riskengine;

import org.jspecify.annotations.NullMarked;
