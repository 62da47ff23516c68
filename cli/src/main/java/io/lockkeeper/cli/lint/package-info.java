/**
 * {@code lockkeeper lint}: what a migration would do, without a Lockkeeper at hand.
 *
 * <pre>
 * LintCommand ─ LintInputs ─▶ LintUnit (files → plan) ─┐
 *             ─ LintTarget ─▶ LintSource (facts)       ├▶ RiskEngine ─▶ Judge (ignored rules, comments) ─▶ Judged ─▶ a LintFormat
 * </pre>
 *
 * Ignoring and suppressing belong to lint alone: what is submitted to risk-service cannot lower its own risk.
 */
@NullMarked
package io.lockkeeper.cli.lint;

import org.jspecify.annotations.NullMarked;
