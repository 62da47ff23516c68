package io.lockkeeper.risk.intake;

import java.time.Instant;

/**
 * One submitted schema change, assessed.
 *
 * @param submitter the person (or machine) behind it
 * @param credential the credential that brought it
 * @param diffUrl empty when none was given
 */
record Migration(
        MigrationId id,
        String version,
        String submitter,
        String credential,
        String diffUrl,
        Instant submittedAt,
        Assessment assessment) {}
