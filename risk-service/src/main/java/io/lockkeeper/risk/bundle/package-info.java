/**
 * Submitted files, content-addressed: events carry the hash, the executor fetches the content.
 *
 * <pre>
 * intake ─▶ BundleStore ─▶ table bundle ─▶ GET /v1/bundles/{hash} ─▶ executor-service (verifies the hash)
 * </pre>
 */
@NullMarked
package io.lockkeeper.risk.bundle;

import org.jspecify.annotations.NullMarked;
