package io.lockkeeper.progress.dashboard;

import io.lockkeeper.progress.event.Fact.Change;
import io.lockkeeper.progress.event.Fact.Plan;
import io.lockkeeper.progress.migration.Migration;
import io.lockkeeper.progress.migration.RunFacet;

/** One migration in the list. */
public record MigrationLine(
        String id,
        Badge state,
        String version,
        String target,
        String environment,
        Badge risk,
        String engine,
        String submitter,
        String approvers,
        String began,
        String changed) {

    static MigrationLine of(Migration migration) {
        Change change = migration.intake().change();
        Plan plan = migration.intake().plan();
        RunFacet.Ending ending = migration.run().ending();
        return new MigrationLine(
                migration.id().value(),
                Badge.of(migration),
                change == null ? migration.id().value() : change.version(),
                Words.text(change == null ? null : change.target()),
                Words.text(change == null ? null : change.environment()),
                Badge.risk(plan == null ? "" : plan.risk()),
                Words.text(change == null ? null : change.engine()),
                Words.text(change == null ? null : change.submitter()),
                Words.names(migration.approval().approvers()),
                Words.time(migration.beganAt()),
                Words.time(ending == null ? migration.changedAt() : ending.at()));
    }
}
