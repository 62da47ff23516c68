package io.lockkeeper.executor.grant;

import java.time.Instant;

/**
 * A permission whose signature was verified.
 *
 * @param jws the signed text itself, kept so that it can be verified again right before the first statement
 * @param risk the highest risk that the approvers saw: {@code LOW}, {@code MEDIUM} or {@code HIGH}
 */
public record Grant(
        GrantId id,
        MigrationId migration,
        String subjectHash,
        String bundleHash,
        String target,
        String engine,
        String risk,
        Instant notBefore,
        Instant expiresAt,
        String jws) {}
