package io.lockkeeper.progress.snapshot;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.RunId;
import io.lockkeeper.proto.v1.ProgressEvent;
import io.lockkeeper.proto.v1.ProgressSampled;
import io.lockkeeper.proto.v1.SnapshotEvent;
import io.lockkeeper.proto.v1.SnapshotTaken;
import java.time.Instant;
import java.util.Optional;

/** Reads topic {@code lockkeeper.progress.v1}, writes topic {@code lockkeeper.snapshot.v1}. */
final class SnapshotWire {

    private SnapshotWire() {}

    record Sampled(MigrationId migration, RunId run, Sample sample) {}

    /** Empty for a message that this version does not know. */
    static Optional<Sampled> read(byte[] value) throws InvalidProtocolBufferException {
        ProgressEvent event = ProgressEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case SAMPLED -> Optional.of(sampled(event.getSampled()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Sampled sampled(ProgressSampled event) {
        return new Sampled(
                new MigrationId(event.getMigrationId()),
                new RunId(event.getRunId()),
                new Sample(
                        event.getSequence(),
                        event.getStatementIndex(),
                        event.getStatements(),
                        event.getActivity(),
                        event.getDone(),
                        event.getTotal(),
                        event.getUnit(),
                        event.getBlockedSessions(),
                        event.getWaitingFor(),
                        Instant.ofEpochSecond(
                                event.getAt().getSeconds(), event.getAt().getNanos())));
    }

    static SnapshotEvent write(Snapshot snapshot) {
        SnapshotTaken.Builder taken = SnapshotTaken.newBuilder()
                .setMigrationId(snapshot.migration().value())
                .setRunId(snapshot.run().value())
                .setStatementIndex(snapshot.statementIndex())
                .setStatements(snapshot.statements())
                .setActivity(snapshot.activity())
                .setDone(snapshot.done())
                .setTotal(snapshot.total())
                .setUnit(snapshot.unit())
                .setPercent(snapshot.percent())
                .setRate(snapshot.rate())
                .setEtaSeconds(snapshot.etaSeconds())
                .setElapsedSeconds(snapshot.elapsedSeconds())
                .setBlockedSessions(snapshot.blockedSessions())
                .setWaitingFor(snapshot.waitingFor())
                .setStalled(snapshot.stalled())
                .setAt(Timestamp.newBuilder()
                        .setSeconds(snapshot.at().getEpochSecond())
                        .setNanos(snapshot.at().getNano()));
        return SnapshotEvent.newBuilder().setTaken(taken).build();
    }
}
