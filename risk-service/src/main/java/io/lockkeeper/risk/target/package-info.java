/**
 * The databases migrations are for, read only.
 *
 * <pre>
 * TargetConfig ─▶ LiveFacts ─▶ Targets.open(name) ─▶ a pooled read-only connection ─▶ risk-engine reads facts
 * </pre>
 */
@NullMarked
package io.lockkeeper.risk.target;

import org.jspecify.annotations.NullMarked;
