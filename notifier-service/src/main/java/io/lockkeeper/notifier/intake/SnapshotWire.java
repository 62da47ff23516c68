package io.lockkeeper.notifier.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.notifier.card.SnapshotFacet;
import io.lockkeeper.notifier.card.SnapshotFacet.Lag;
import io.lockkeeper.proto.v1.ReplicaLag;
import io.lockkeeper.proto.v1.SnapshotEvent;
import io.lockkeeper.proto.v1.SnapshotTaken;
import java.util.Optional;

/** Topic snapshot → its facet. A stall is news; the rest is progress. */
final class SnapshotWire {

    private SnapshotWire() {}

    static Optional<Effect> read(byte[] value) throws InvalidProtocolBufferException {
        SnapshotEvent event = SnapshotEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case TAKEN -> Optional.of(Effect.progress(facets -> facets.with(snapshot(event.getTaken()))));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static SnapshotFacet snapshot(SnapshotTaken taken) {
        return new SnapshotFacet(
                taken.getRunId(),
                taken.getStatementIndex(),
                taken.getStatements(),
                taken.getActivity(),
                taken.getDone(),
                taken.getTotal(),
                taken.getUnit(),
                finite(taken.getPercent()),
                finite(taken.getRate()),
                taken.getEtaSeconds(),
                taken.getElapsedSeconds(),
                taken.getBlockedSessions(),
                taken.getWaitingFor(),
                taken.getReplicasList().stream().map(SnapshotWire::lag).toList(),
                taken.getStalled(),
                TimeWire.of(taken.getAt()));
    }

    private static Lag lag(ReplicaLag lag) {
        return new Lag(lag.getReplica(), finite(lag.getLagSeconds()), TimeWire.of(lag.getReadAt()));
    }

    /** JSON has no word for the rest. */
    private static double finite(double number) {
        return Double.isFinite(number) ? number : -1;
    }
}
