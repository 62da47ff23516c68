/**
 * What executes, behind one plain interface, and what every engine shares: the journal it writes, the outcomes it can have,
 * failures told apart and sanitised.
 */
@NullMarked
package io.lockkeeper.executor.engine;

import org.jspecify.annotations.NullMarked;
