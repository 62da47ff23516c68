/**
 * Operation + facts → lock, what it blocks, rewrite, scan, data loss and an estimate; effect + thresholds → level.
 */
@NullMarked
package io.lockkeeper.riskengine.effect;

import org.jspecify.annotations.NullMarked;
