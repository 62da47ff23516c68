/** The databases that migrations run on. */
@NullMarked
package io.lockkeeper.executor.target;

import org.jspecify.annotations.NullMarked;
