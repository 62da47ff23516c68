/**
 * The rules for PostgreSQL, one file each.
 */
@NullMarked
package io.lockkeeper.riskengine.rules.postgresql;

import org.jspecify.annotations.NullMarked;
