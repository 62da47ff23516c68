package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** Events as risk-service writes them. */
final class Events {

    static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private Events() {}

    static MigrationEvent withdrawn(String key, String reason) {
        return MigrationEvent.newBuilder()
                .setWithdrawn(
                        MigrationWithdrawn.newBuilder().setMigrationId(key).setReason(reason))
                .build();
    }

    static Envelope envelope(String key) {
        return new Envelope(
                EventId.next(),
                "MigrationWithdrawn",
                "risk-service",
                Instant.parse("2026-11-21T10:15:30.123456Z"),
                TRACEPARENT,
                Topic.MIGRATION,
                key);
    }

    static OutboxTable.Row row(String key, String reason) {
        return new OutboxTable.Row(envelope(key), withdrawn(key, reason).toByteArray());
    }

    static ConsumerRecord<String, byte[]> record(Envelope envelope) {
        return record(envelope.key(), envelope.toHeaders(), withdrawn(envelope.key(), "")::toByteArray);
    }

    static ConsumerRecord<String, byte[]> record(String key, Headers headers, Supplier<byte[]> value) {
        return new ConsumerRecord<>(
                Topic.MIGRATION.kafkaName(),
                3,
                42,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value.get(),
                headers,
                java.util.Optional.empty());
    }
}
