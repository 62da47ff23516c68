/** Everything that is checked before the first statement: grant → bundle → plan → live facts → subject → risk. */
@NullMarked
package io.lockkeeper.executor.preflight;

import org.jspecify.annotations.NullMarked;
