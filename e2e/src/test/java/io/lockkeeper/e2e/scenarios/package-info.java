/** Scenarios over the whole running product, through the doors that people use. */
@NullMarked
package io.lockkeeper.e2e.scenarios;

import org.jspecify.annotations.NullMarked;
