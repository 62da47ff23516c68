/**
 * What is approved, as bytes and hashes: bundle → canonical JSON → SHA-256 → subject hash.
 *
 * <p>Used by risk-service at intake and by executor-service before the first statement, which recomputes all of it.
 */
@NullMarked
package io.lockkeeper.riskengine.subject;

import org.jspecify.annotations.NullMarked;
