package io.lockkeeper.notifier.intake;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Protobuf's moments as Java's. */
final class TimeWire {

    private TimeWire() {}

    static Instant of(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
