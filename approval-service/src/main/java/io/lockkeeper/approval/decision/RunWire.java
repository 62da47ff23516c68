package io.lockkeeper.approval.decision;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.approval.decision.ApprovalState.RunEnd;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.proto.v1.RunEvent;

/** Protobuf of {@code lockkeeper.run.v1} to domain. */
final class RunWire {

    private RunWire() {}

    /** An unknown outcome is no end: a person resolves it, so the approval stays with its run. */
    static RunNews parse(byte[] value) throws InvalidProtocolBufferException {
        RunEvent event = RunEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case QUEUED ->
                new RunNews.Claimed(
                        new MigrationId(event.getQueued().getMigrationId()),
                        event.getQueued().getRunId());
            case STARTED ->
                new RunNews.Claimed(
                        new MigrationId(event.getStarted().getMigrationId()),
                        event.getStarted().getRunId());
            case SUCCEEDED -> over(event.getSucceeded().getMigrationId(), RunEnd.SUCCEEDED);
            case FAILED -> over(event.getFailed().getMigrationId(), RunEnd.FAILED);
            case ABORTED -> over(event.getAborted().getMigrationId(), RunEnd.ABORTED);
            case PHASE_CHANGED, CONTROL_APPLIED, PAUSED, RESUMED, CUT_OVER_READY, OUTCOME_UNKNOWN, HOOK_FINISHED ->
                new RunNews.Other();
            case EVENT_NOT_SET -> new RunNews.Unknown();
        };
    }

    private static RunNews over(String migration, RunEnd end) {
        return new RunNews.Over(new MigrationId(migration), end);
    }
}
