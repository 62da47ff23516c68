/** Configuration and what is injected from outside. */
@NullMarked
package io.lockkeeper.executor.config;

import org.jspecify.annotations.NullMarked;
