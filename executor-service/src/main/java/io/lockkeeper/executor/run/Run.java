package io.lockkeeper.executor.run;

import io.lockkeeper.executor.grant.GrantId;
import io.lockkeeper.executor.grant.MigrationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to execute a migration.
 *
 * @param grantJws the signed permission, to be verified again before the first statement
 */
public record Run(
        RunId id,
        MigrationId migration,
        GrantId grant,
        String target,
        String engine,
        String grantJws,
        RunState state,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Without the permission itself, which has no place in logs. */
    @Override
    public String toString() {
        return "Run[" + id + " of " + migration + " on " + target + ", " + state + "]";
    }
}
