package io.lockkeeper.progress.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lockkeeper.progress.event.Fact.Change;
import io.lockkeeper.progress.event.Fact.Plan;
import io.lockkeeper.progress.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A migration as REST shows it. What was not heard yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MigrationView(
        String id,
        State state,
        @Nullable String version,
        @Nullable String target,
        @Nullable String environment,
        @Nullable String engine,
        @Nullable String risk,
        @Nullable String submitter,
        List<String> approvers,
        Instant beganAt,
        Instant changedAt,
        @Nullable Facets facets,
        @Nullable Progress snapshot,
        Links links) {

    /** What each topic said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Facets(IntakeFacet intake, ApprovalFacet approval, RunFacet run) {}

    /** The last snapshot; meanings as in {@link Snapshot}. */
    public record Progress(
            String runId,
            int statementIndex,
            int statements,
            String activity,
            long done,
            long total,
            String unit,
            double percent,
            double rate,
            long etaSeconds,
            long elapsedSeconds,
            int blockedSessions,
            String waitingFor,
            boolean stalled,
            Instant at) {}

    public record Links(String self, String timeline, String stream, String page) {}

    /** One line of the list. */
    static MigrationView summary(Migration migration) {
        return view(migration, null, null);
    }

    /** Everything. */
    static MigrationView full(Migration migration, Optional<Snapshot> snapshot) {
        return view(
                migration,
                new Facets(migration.intake(), migration.approval(), migration.run()),
                snapshot.map(MigrationView::progress).orElse(null));
    }

    private static MigrationView view(Migration migration, @Nullable Facets facets, @Nullable Progress snapshot) {
        Change change = migration.intake().change();
        Plan plan = migration.intake().plan();
        String id = migration.id().value();
        String self = "/v1/migrations/" + id;
        return new MigrationView(
                id,
                migration.state(),
                change == null ? null : change.version(),
                change == null ? null : change.target(),
                change == null ? null : change.environment(),
                change == null ? null : change.engine(),
                plan == null ? null : plan.risk(),
                change == null ? null : change.submitter(),
                migration.approval().approvers(),
                migration.beganAt(),
                migration.changedAt(),
                facets,
                snapshot,
                new Links(self, self + "/timeline", self + "/stream", "/migrations/" + id));
    }

    private static Progress progress(Snapshot snapshot) {
        return new Progress(
                snapshot.run().value(),
                snapshot.statementIndex(),
                snapshot.statements(),
                snapshot.activity(),
                snapshot.done(),
                snapshot.total(),
                snapshot.unit(),
                snapshot.percent(),
                snapshot.rate(),
                snapshot.etaSeconds(),
                snapshot.elapsedSeconds(),
                snapshot.blockedSessions(),
                snapshot.waitingFor(),
                snapshot.stalled(),
                snapshot.at());
    }
}
