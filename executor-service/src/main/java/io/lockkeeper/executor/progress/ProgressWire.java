package io.lockkeeper.executor.progress;

import com.google.protobuf.Timestamp;
import io.lockkeeper.executor.run.Run;
import io.lockkeeper.proto.v1.ProgressEvent;
import io.lockkeeper.proto.v1.ProgressSampled;
import java.time.Instant;

/** A sample as the world sees it. */
final class ProgressWire {

    private ProgressWire() {}

    static ProgressEvent sampled(Run run, long sequence, Sample sample, Instant now) {
        return ProgressEvent.newBuilder()
                .setSampled(ProgressSampled.newBuilder()
                        .setMigrationId(run.migration().value())
                        .setRunId(run.id().toString())
                        .setSequence(sequence)
                        .setStatementIndex(sample.statementIndex())
                        .setStatements(sample.statements())
                        .setActivity(sample.activity())
                        .setDone(sample.done())
                        .setTotal(sample.total())
                        .setUnit(sample.unit())
                        .setBlockedSessions(sample.blockedSessions())
                        .setWaitingFor(sample.waitingFor())
                        .setAt(Timestamp.newBuilder()
                                .setSeconds(now.getEpochSecond())
                                .setNanos(now.getNano())))
                .build();
    }
}
