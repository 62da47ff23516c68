package io.lockkeeper.executor.run;

import com.google.protobuf.Timestamp;
import io.lockkeeper.proto.v1.PhaseChanged;
import io.lockkeeper.proto.v1.RunAborted;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunFailed;
import io.lockkeeper.proto.v1.RunOutcomeUnknown;
import io.lockkeeper.proto.v1.RunQueued;
import io.lockkeeper.proto.v1.RunStarted;
import io.lockkeeper.proto.v1.RunSucceeded;
import io.lockkeeper.proto.v1.StatementTime;
import java.time.Instant;
import java.util.List;

/** What the world is told of a run. */
final class RunWire {

    private RunWire() {}

    static RunEvent queued(Run run) {
        return RunEvent.newBuilder()
                .setQueued(RunQueued.newBuilder()
                        .setMigrationId(run.migration().value())
                        .setRunId(run.id().toString())
                        .setGrantId(run.grant().value())
                        .setTarget(run.target())
                        .setEngine(run.engine())
                        .setAt(at(run.queuedAt())))
                .build();
    }

    static RunEvent started(Run run, String owner, int statements, Instant now) {
        return RunEvent.newBuilder()
                .setStarted(RunStarted.newBuilder()
                        .setMigrationId(run.migration().value())
                        .setRunId(run.id().toString())
                        .setExecutor(owner)
                        .setStatements(statements)
                        .setAt(at(now)))
                .build();
    }

    static RunEvent phase(Run run, String phase, int done, Instant now) {
        return RunEvent.newBuilder()
                .setPhaseChanged(PhaseChanged.newBuilder()
                        .setMigrationId(run.migration().value())
                        .setRunId(run.id().toString())
                        .setPhase(phase)
                        .setStatementsDone(done)
                        .setAt(at(now)))
                .build();
    }

    /** The grant was refused, so there is no run: {@code run_id} stays empty. */
    static RunEvent refused(String migration, String message, Instant now) {
        return RunEvent.newBuilder()
                .setFailed(RunFailed.newBuilder()
                        .setMigrationId(migration)
                        .setCode("GRANT_REFUSED")
                        .setMessage(message)
                        .setStatementIndex(-1)
                        .setAt(at(now)))
                .build();
    }

    /** @throws IllegalStateException when {@code run} has not ended */
    static RunEvent ended(Run run, List<StatementRecord> statements, Instant now) {
        return switch (run.state()) {
            case RunState.Succeeded state -> succeeded(run, state, statements, now);
            case RunState.Failed state -> failed(run, state, now);
            case RunState.Aborted state ->
                RunEvent.newBuilder()
                        .setAborted(RunAborted.newBuilder()
                                .setMigrationId(run.migration().value())
                                .setRunId(run.id().toString())
                                .setStatementsDone(state.statementsDone())
                                .setAt(at(now)))
                        .build();
            case RunState.Unknown state ->
                RunEvent.newBuilder()
                        .setOutcomeUnknown(RunOutcomeUnknown.newBuilder()
                                .setMigrationId(run.migration().value())
                                .setRunId(run.id().toString())
                                .setReason(state.reason())
                                .setStatementIndex(state.statementIndex())
                                .setAt(at(now)))
                        .build();
            case RunState.Queued state -> throw new IllegalStateException("a queued run has no end to tell of");
            case RunState.Running state -> throw new IllegalStateException("a live run has no end to tell of");
        };
    }

    private static RunEvent succeeded(
            Run run, RunState.Succeeded state, List<StatementRecord> statements, Instant now) {
        Instant started = run.startedAt() == null ? now : run.startedAt();
        return RunEvent.newBuilder()
                .setSucceeded(RunSucceeded.newBuilder()
                        .setMigrationId(run.migration().value())
                        .setRunId(run.id().toString())
                        .setStatements(state.statements())
                        .setRowsAffected(state.rows())
                        .setStartedAt(at(started))
                        .setAt(at(now))
                        .addAllStatementTimes(times(statements)))
                .build();
    }

    private static List<StatementTime> times(List<StatementRecord> statements) {
        return statements.stream()
                .flatMap(statement -> statement.took().stream().map(took -> StatementTime.newBuilder()
                        .setIndex(statement.index())
                        .setSeconds(took.toMillis() / 1000.0)
                        .build()))
                .toList();
    }

    private static RunEvent failed(Run run, RunState.Failed state, Instant now) {
        return RunEvent.newBuilder()
                .setFailed(RunFailed.newBuilder()
                        .setMigrationId(run.migration().value())
                        .setRunId(run.id().toString())
                        .setCode(state.code().name())
                        .setMessage(state.message())
                        .setStatementIndex(state.statementIndex())
                        .setStatementsDone(state.statementsDone())
                        .setAt(at(now)))
                .build();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
