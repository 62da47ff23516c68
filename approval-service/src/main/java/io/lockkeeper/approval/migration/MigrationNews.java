package io.lockkeeper.approval.migration;

/** What risk-service told of a migration. */
public sealed interface MigrationNews {

    /** The report is there: an approval may be asked for. */
    record Classified(Migration migration) implements MigrationNews {}

    /** The submitter took it back. */
    record Withdrawn(MigrationId migration, String by, String reason) implements MigrationNews {}

    /** Accepted, not yet classified: nothing to decide. */
    record Submitted() implements MigrationNews {}

    /** Told by a newer risk-service; ignored by contract. */
    record Unknown() implements MigrationNews {}
}
