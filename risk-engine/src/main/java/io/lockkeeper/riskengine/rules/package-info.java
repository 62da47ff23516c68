/**
 * Rule = card + check. {@code Rules.all()} is the one list of them.
 */
@NullMarked
package io.lockkeeper.riskengine.rules;

import org.jspecify.annotations.NullMarked;
