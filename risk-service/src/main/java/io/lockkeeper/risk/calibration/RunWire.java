package io.lockkeeper.risk.calibration;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunSucceeded;
import io.lockkeeper.proto.v1.StatementTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Protobuf of {@code lockkeeper.run.v1} to domain. */
final class RunWire {

    private RunWire() {}

    static RunNews parse(byte[] value) throws InvalidProtocolBufferException {
        RunEvent event = RunEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case SUCCEEDED -> finished(event.getSucceeded());
            case QUEUED,
                    STARTED,
                    PHASE_CHANGED,
                    CONTROL_APPLIED,
                    PAUSED,
                    RESUMED,
                    CUT_OVER_READY,
                    FAILED,
                    ABORTED,
                    OUTCOME_UNKNOWN,
                    HOOK_FINISHED -> new RunNews.Other();
            case EVENT_NOT_SET -> new RunNews.Unknown();
        };
    }

    private static RunNews finished(RunSucceeded run) {
        Map<Integer, Double> seconds = new TreeMap<>();
        for (StatementTime time : run.getStatementTimesList()) {
            seconds.put(time.getIndex(), time.getSeconds());
        }
        Instant at = Instant.ofEpochSecond(run.getAt().getSeconds(), run.getAt().getNanos());
        return new RunNews.Finished(run.getMigrationId(), run.getRunId(), at, seconds);
    }
}
