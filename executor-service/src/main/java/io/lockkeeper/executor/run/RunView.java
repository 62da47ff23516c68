package io.lockkeeper.executor.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A run as {@code GET /v1/runs/{migrationId}} shows it.
 *
 * @param state QUEUED, RUNNING, SUCCEEDED, FAILED, ABORTED or UNKNOWN
 * @param code why it failed, only when it did
 * @param message what to know about its end; sanitised
 * @param statementIndex which statement failed or is in doubt, -1 for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        String runId,
        String migrationId,
        String grantId,
        String target,
        String engine,
        String state,
        @Nullable String phase,
        @Nullable String executor,
        @Nullable Integer statementCount,
        @Nullable Integer statementsDone,
        @Nullable Integer statementIndex,
        @Nullable Long rowsAffected,
        @Nullable String code,
        @Nullable String message,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Statement> statements) {

    /** One line of the journal. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Statement(
            int index,
            String state,
            int attempts,
            long rowsAffected,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    private record End(
            @Nullable Integer count,
            @Nullable Integer done,
            @Nullable Integer index,
            @Nullable Long rows,
            @Nullable String code,
            @Nullable String message) {}

    static RunView of(Runs.Journaled journaled) {
        Run run = journaled.run();
        End end = end(run.state());
        RunState.Running live = run.state() instanceof RunState.Running running ? running : null;
        return new RunView(
                run.id().toString(),
                run.migration().value(),
                run.grant().value(),
                run.target(),
                run.engine(),
                run.state().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                live == null ? null : live.phase(),
                live == null ? null : live.lease().owner(),
                end.count(),
                end.done(),
                end.index(),
                end.rows(),
                end.code(),
                end.message(),
                run.queuedAt(),
                run.startedAt(),
                run.endedAt(),
                journaled.statements().stream().map(RunView::statement).toList());
    }

    private static End end(RunState state) {
        return switch (state) {
            case RunState.Queued queued -> new End(null, null, null, null, null, null);
            case RunState.Running running ->
                new End(running.statements(), running.statementsDone(), null, null, null, null);
            case RunState.Succeeded(int count, long rows) -> new End(count, count, null, rows, null, null);
            case RunState.Failed failed ->
                new End(
                        null,
                        failed.statementsDone(),
                        failed.statementIndex(),
                        null,
                        failed.code().name(),
                        failed.message());
            case RunState.Aborted(String reason, int done) -> new End(null, done, null, null, null, reason);
            case RunState.Unknown(String reason, int index) -> new End(null, null, index, null, null, reason);
        };
    }

    private static Statement statement(StatementRecord statement) {
        return new Statement(
                statement.index(),
                statement.state().name(),
                statement.attempts(),
                statement.rows(),
                statement.startedAt(),
                statement.finishedAt());
    }
}
