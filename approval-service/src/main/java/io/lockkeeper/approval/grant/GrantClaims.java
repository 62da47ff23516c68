package io.lockkeeper.approval.grant;

import io.lockkeeper.approval.migration.Migration;
import java.time.Instant;

/**
 * What a grant permits.
 *
 * @param notBefore whole seconds: the claim has no finer ones
 * @param expiresAt whole seconds
 */
public record GrantClaims(GrantId id, Migration migration, Instant notBefore, Instant expiresAt) {

    public GrantClaims {
        if (notBefore.getNano() != 0 || expiresAt.getNano() != 0 || !expiresAt.isAfter(notBefore)) {
            throw new IllegalArgumentException("a grant begins and ends at whole seconds, in that order");
        }
    }
}
