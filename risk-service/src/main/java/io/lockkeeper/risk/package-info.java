/** risk-service: takes migrations in by REST, says what each statement would do to the live target, and tells the rest. */
@NullMarked
package io.lockkeeper.risk;

import org.jspecify.annotations.NullMarked;
