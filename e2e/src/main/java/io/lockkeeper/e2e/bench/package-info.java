/** Measures the running stack; asserts nothing. See {@code bin/bench}. */
@NullMarked
package io.lockkeeper.e2e.bench;

import org.jspecify.annotations.NullMarked;
