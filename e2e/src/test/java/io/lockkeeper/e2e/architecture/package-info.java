/** What holds for all modules' code. */
@NullMarked
package io.lockkeeper.e2e.architecture;

import org.jspecify.annotations.NullMarked;
