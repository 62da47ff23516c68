package io.lockkeeper.notifier.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.RunFacet;
import io.lockkeeper.notifier.card.RunFacet.Stage;
import io.lockkeeper.notifier.thread.Reply;
import io.lockkeeper.proto.v1.PhaseChanged;
import io.lockkeeper.proto.v1.RunAborted;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunFailed;
import io.lockkeeper.proto.v1.RunOutcomeUnknown;
import io.lockkeeper.proto.v1.RunQueued;
import io.lockkeeper.proto.v1.RunStarted;
import io.lockkeeper.proto.v1.RunSucceeded;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Topic run → its facet and replies. */
final class RunWire {

    private RunWire() {}

    static Optional<Effect> read(byte[] value) throws InvalidProtocolBufferException {
        RunEvent event = RunEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case QUEUED -> Optional.of(queued(event.getQueued()));
            case STARTED -> Optional.of(started(event.getStarted()));
            case PHASE_CHANGED -> Optional.of(phase(event.getPhaseChanged()));
            case CONTROL_APPLIED -> Optional.of(Effect.only(ReplyWire.controlApplied(event.getControlApplied())));
            case PAUSED ->
                Optional.of(urgent(
                                event.getPaused().getRunId(),
                                run -> run.at(
                                        Stage.PAUSED,
                                        event.getPaused().getReason(),
                                        TimeWire.of(event.getPaused().getAt())))
                        .and(ReplyWire.paused(event.getPaused())));
            case RESUMED ->
                Optional.of(urgent(
                        event.getResumed().getRunId(),
                        run -> run.at(
                                Stage.RUNNING,
                                "",
                                TimeWire.of(event.getResumed().getAt()))));
            case CUT_OVER_READY ->
                Optional.of(urgent(
                                event.getCutOverReady().getRunId(),
                                run -> run.at(
                                        Stage.CUT_OVER_READY,
                                        "",
                                        TimeWire.of(event.getCutOverReady().getAt())))
                        .and(ReplyWire.cutOverReady()));
            case SUCCEEDED -> Optional.of(succeeded(event.getSucceeded()));
            case FAILED -> Optional.of(failed(event.getFailed()));
            case ABORTED -> Optional.of(aborted(event.getAborted()));
            case OUTCOME_UNKNOWN -> Optional.of(unknown(event.getOutcomeUnknown()));
            case HOOK_FINISHED ->
                Optional.of(ReplyWire.hook(event.getHookFinished())
                        .map(Effect::only)
                        .orElseGet(Effect::none));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Effect queued(RunQueued event) {
        RunFacet queued = RunFacet.queued(event.getRunId(), TimeWire.of(event.getAt()));
        return Effect.urgent(facets -> facets.run().runId().equals(event.getRunId()) ? facets : facets.with(queued));
    }

    private static Effect started(RunStarted event) {
        return urgent(event.getRunId(), run -> run.started(event.getStatements(), TimeWire.of(event.getAt())));
    }

    private static Effect phase(PhaseChanged event) {
        return Effect.progress(folding(
                event.getRunId(),
                TimeWire.of(event.getAt()),
                run -> run.phase(event.getPhase(), event.getStatementsDone())));
    }

    private static Effect succeeded(RunSucceeded event) {
        return urgent(
                        event.getRunId(),
                        run -> run.succeeded(
                                event.getStatements(),
                                event.getRowsAffected(),
                                TimeWire.of(event.getStartedAt()),
                                TimeWire.of(event.getAt())))
                .and(Reply.SUMMARY);
    }

    private static Effect failed(RunFailed event) {
        return urgent(
                        event.getRunId(),
                        run -> run.failed(
                                event.getCode(),
                                event.getMessage(),
                                event.getStatementIndex(),
                                event.getStatementsDone(),
                                TimeWire.of(event.getAt())))
                .and(Reply.SUMMARY);
    }

    private static Effect aborted(RunAborted event) {
        return urgent(
                        event.getRunId(),
                        run -> run.aborted(
                                ApprovalWire.person(event.getBy()),
                                event.getStatementsDone(),
                                TimeWire.of(event.getAt())))
                .and(Reply.SUMMARY);
    }

    private static Effect unknown(RunOutcomeUnknown event) {
        return urgent(
                        event.getRunId(),
                        run -> run.unknown(event.getReason(), event.getStatementIndex(), TimeWire.of(event.getAt())))
                .and(Reply.SUMMARY);
    }

    private static Effect urgent(String runId, UnaryOperator<RunFacet> fold) {
        return Effect.urgent(folding(runId, Instant.EPOCH, fold));
    }

    /** A run that topic run has not queued here yet is begun; a run that ended stays as it ended. */
    private static UnaryOperator<Facets> folding(String runId, Instant at, UnaryOperator<RunFacet> fold) {
        return facets -> {
            RunFacet run = facets.run().runId().equals(runId) ? facets.run() : RunFacet.queued(runId, at);
            return run.stage().ended() ? facets : facets.with(fold.apply(run));
        };
    }
}
