/**
 * What the target is: version, settings, tables with sizes, columns, indexes, constraints. Read-only, and pure data afterwards.
 */
@NullMarked
package io.lockkeeper.riskengine.facts;

import org.jspecify.annotations.NullMarked;
