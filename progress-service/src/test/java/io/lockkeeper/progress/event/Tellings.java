package io.lockkeeper.progress.event;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.RunEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Turns a message into what the listeners would make of it. */
public final class Tellings {

    private Tellings() {}

    public static Told told(Message event, String migration, Instant time) {
        Told.Reading reading = read(event).orElseThrow();
        return new Told(
                UUID.nameUUIDFromBytes(
                        (migration + time + reading.type()).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                topic(event),
                reading.type(),
                new MigrationId(migration),
                time,
                event.toByteArray(),
                reading);
    }

    static Optional<Told.Reading> read(Message event) {
        try {
            return switch (event) {
                case MigrationEvent migration -> MigrationWire.read(migration.toByteArray());
                case ApprovalEvent approval -> ApprovalWire.read(approval.toByteArray());
                case RunEvent run -> RunWire.read(run.toByteArray());
                default -> throw new IllegalArgumentException("no wire reads " + event);
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String topic(Message event) {
        return switch (event) {
            case MigrationEvent migration -> "lockkeeper.migration.v1";
            case ApprovalEvent approval -> "lockkeeper.approval.v1";
            default -> "lockkeeper.run.v1";
        };
    }
}
