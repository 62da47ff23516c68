/**
 * What a statement does, as a closed set of records. Rules and effects switch over them without a default arm.
 */
@NullMarked
package io.lockkeeper.riskengine.operation;

import org.jspecify.annotations.NullMarked;
