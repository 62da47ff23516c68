package io.lockkeeper.notifier.card;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one migration: per topic, what it last said. Topics have no order between each other, so each facet is
 * folded from its own topic alone and the same events give the same facets in whatever order the topics arrive.
 */
public record Facets(
        String migrationId,
        @Nullable MigrationFacet migration,
        ApprovalFacet approval,
        RunFacet run,
        @Nullable SnapshotFacet snapshot) {

    public static Facets of(String migrationId) {
        return new Facets(migrationId, null, ApprovalFacet.NONE, RunFacet.NONE, null);
    }

    public Facets with(MigrationFacet next) {
        return new Facets(migrationId, next, approval, run, snapshot);
    }

    public Facets with(ApprovalFacet next) {
        return new Facets(migrationId, migration, next, run, snapshot);
    }

    public Facets with(RunFacet next) {
        return new Facets(migrationId, migration, approval, next, snapshot);
    }

    public Facets with(SnapshotFacet next) {
        return new Facets(migrationId, migration, approval, run, next);
    }

    /** The snapshot of the present run while it is live; an older run's numbers say nothing about this one. */
    public Optional<SnapshotFacet> liveSnapshot() {
        return Optional.ofNullable(snapshot)
                .filter(last -> run.stage().live() && last.runId().equals(run.runId()));
    }

    /** The state people see. */
    public CardState state() {
        return CardState.of(this);
    }
}
