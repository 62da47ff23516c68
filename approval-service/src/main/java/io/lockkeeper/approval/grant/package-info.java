/**
 * The signed, single-use permission to run exactly one migration.
 *
 * <pre>
 * decision ─▶ Grants.sign(GrantClaims) ─▶ Grant: compact JWS, Ed25519 ─▶ executor, which verifies it by itself
 * </pre>
 */
@NullMarked
package io.lockkeeper.approval.grant;

import org.jspecify.annotations.NullMarked;
