/**
 * Why a submission was not taken: a closed list of codes, each with a place and what to do next.
 */
@NullMarked
package io.lockkeeper.riskengine.refusal;

import org.jspecify.annotations.NullMarked;
