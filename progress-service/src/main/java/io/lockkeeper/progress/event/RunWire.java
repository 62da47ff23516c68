package io.lockkeeper.progress.event;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.lockkeeper.proto.v1.ControlApplied;
import io.lockkeeper.proto.v1.CutOverReady;
import io.lockkeeper.proto.v1.HookFinished;
import io.lockkeeper.proto.v1.PhaseChanged;
import io.lockkeeper.proto.v1.RunAborted;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunFailed;
import io.lockkeeper.proto.v1.RunOutcomeUnknown;
import io.lockkeeper.proto.v1.RunPaused;
import io.lockkeeper.proto.v1.RunQueued;
import io.lockkeeper.proto.v1.RunResumed;
import io.lockkeeper.proto.v1.RunStarted;
import io.lockkeeper.proto.v1.RunSucceeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Reads topic {@code lockkeeper.run.v1}. */
public final class RunWire {

    private RunWire() {}

    /** Empty for a message that this version does not know. */
    public static Optional<Told.Reading> read(byte[] value) throws InvalidProtocolBufferException {
        RunEvent event = RunEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case QUEUED -> Optional.of(queued(event.getQueued()));
            case STARTED -> Optional.of(started(event.getStarted()));
            case PHASE_CHANGED -> Optional.of(phase(event.getPhaseChanged()));
            case CONTROL_APPLIED -> Optional.of(control(event.getControlApplied()));
            case PAUSED -> Optional.of(paused(event.getPaused()));
            case RESUMED -> Optional.of(resumed(event.getResumed()));
            case CUT_OVER_READY -> Optional.of(cutOverReady(event.getCutOverReady()));
            case SUCCEEDED -> Optional.of(succeeded(event.getSucceeded()));
            case FAILED -> Optional.of(failed(event.getFailed()));
            case ABORTED -> Optional.of(aborted(event.getAborted()));
            case OUTCOME_UNKNOWN -> Optional.of(outcomeUnknown(event.getOutcomeUnknown()));
            case HOOK_FINISHED -> Optional.of(hook(event.getHookFinished()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Told.Reading queued(RunQueued event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Queued(new RunId(event.getRunId())),
                "Run queued for %s, engine %s.".formatted(event.getTarget(), event.getEngine()));
    }

    private static Told.Reading started(RunStarted event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Started(new RunId(event.getRunId()), event.getStatements(), Wire.instant(event.getAt())),
                "Run started on %s: %s."
                        .formatted(event.getExecutor(), Phrase.count(event.getStatements(), "statement")));
    }

    private static Told.Reading phase(PhaseChanged event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.PhaseEntered(new RunId(event.getRunId()), event.getPhase(), event.getStatementsDone()),
                "Entered phase %s; %s finished."
                        .formatted(event.getPhase(), Phrase.count(event.getStatementsDone(), "statement")));
    }

    private static Told.Reading control(ControlApplied event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.NotedByRun(new RunId(event.getRunId())),
                "Control took effect: " + Wire.control(event.getControl()) + ".");
    }

    private static Told.Reading paused(RunPaused event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Paused(new RunId(event.getRunId()), event.getReason()),
                "Run paused" + Phrase.because(event.getReason()));
    }

    private static Told.Reading resumed(RunResumed event) {
        return reading(event, event.getMigrationId(), new Fact.Resumed(new RunId(event.getRunId())), "Run resumed.");
    }

    private static Told.Reading cutOverReady(CutOverReady event) {
        return reading(
                event, event.getMigrationId(), new Fact.NotedByRun(new RunId(event.getRunId())), "Ready to cut over.");
    }

    private static Told.Reading succeeded(RunSucceeded event) {
        Instant start = Wire.instant(event.getStartedAt());
        Instant end = Wire.instant(event.getAt());
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Succeeded(
                        new RunId(event.getRunId()), event.getStatements(), event.getRowsAffected(), start, end),
                "Run succeeded: %s, %s affected, in %s."
                        .formatted(
                                Phrase.count(event.getStatements(), "statement"),
                                Phrase.count(event.getRowsAffected(), "row"),
                                Phrase.duration(Duration.between(start, end))));
    }

    private static Told.Reading failed(RunFailed event) {
        String where = event.getStatementIndex() < 0 ? "" : " at statement " + (event.getStatementIndex() + 1);
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Failed(
                        new RunId(event.getRunId()),
                        event.getCode(),
                        event.getMessage(),
                        event.getStatementIndex(),
                        event.getStatementsDone(),
                        Wire.instant(event.getAt())),
                "Run failed (" + event.getCode() + ")" + where + Phrase.because(event.getMessage())
                        + applied(event.getStatementsDone()));
    }

    private static Told.Reading aborted(RunAborted event) {
        String who = Wire.name(event.getBy());
        Told.Reading reading = reading(
                event,
                event.getMigrationId(),
                new Fact.Aborted(
                        new RunId(event.getRunId()), who, event.getStatementsDone(), Wire.instant(event.getAt())),
                "Run aborted by " + who + "." + applied(event.getStatementsDone()));
        return new Told.Reading(
                reading.type(), reading.migrationId(), reading.fact(), reading.sentence(), who, reading.body());
    }

    private static Told.Reading outcomeUnknown(RunOutcomeUnknown event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.OutcomeUnknown(
                        new RunId(event.getRunId()),
                        event.getReason(),
                        event.getStatementIndex(),
                        Wire.instant(event.getAt())),
                "Nobody knows whether %s took effect%s A person has to look at the target."
                        .formatted(
                                event.getStatementIndex() < 0
                                        ? "the run"
                                        : "statement " + (event.getStatementIndex() + 1),
                                Phrase.because(event.getReason())));
    }

    private static Told.Reading hook(HookFinished event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.NotedByRun(new RunId(event.getRunId())),
                "Hook " + event.getHook() + (event.getSucceeded() ? " succeeded" : " failed")
                        + Phrase.because(event.getMessage()));
    }

    private static Told.Reading reading(Message event, String migrationId, Fact fact, String sentence) {
        return new Told.Reading(
                event.getDescriptorForType().getName(), migrationId, fact, sentence, "", EventJson.of(event));
    }

    private static String applied(int statementsDone) {
        return switch (statementsDone) {
            case 0 -> " No statement had finished before it.";
            case 1 -> " 1 statement had finished and stays applied.";
            default -> " " + statementsDone + " statements had finished and stay applied.";
        };
    }
}
