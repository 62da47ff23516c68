package io.lockkeeper.approval.migration;

import java.time.Duration;
import java.util.List;

/**
 * A classified migration: everything that is needed to decide on it and to sign its grant.
 *
 * @param version the submitter's own version
 * @param engine what will execute, for instance {@code liquibase}
 * @param planUrl page of the whole plan; may be empty
 */
public record Migration(
        MigrationId id,
        String version,
        Target target,
        String engine,
        Submitter submitter,
        Risk risk,
        SubjectHash subject,
        String bundleHash,
        String planUrl,
        List<Statement> statements,
        List<Statement.Finding> findings) {

    private static final double MOST_SECONDS = Duration.ofDays(365).toSeconds();

    public Migration {
        if (version.isBlank() || engine.isBlank() || bundleHash.isBlank()) {
            throw new IllegalArgumentException("migration " + id + " lacks version, engine or bundle hash");
        }
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
    }

    /** Upper estimate of the whole run; a year at most, whatever the numbers say. */
    public Duration longest() {
        double seconds = statements.stream()
                .mapToDouble(statement -> statement.total().high())
                .filter(high -> high > 0)
                .sum();
        return Duration.ofSeconds((long) Math.ceil(Math.min(seconds, MOST_SECONDS)));
    }
}
