package io.lockkeeper.notifier;

import com.google.protobuf.Message;
import io.lockkeeper.outbox.EventId;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.SnapshotEvent;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes events as the other services' relays do. */
final class EventPublisher implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    /** The service is up by now: its listeners had to live with topics that did not exist. */
    EventPublisher(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var existing = admin.listTopics().names().get(10, TimeUnit.SECONDS);
            admin.createTopics(Stream.of(Topic.values())
                            .filter(topic -> !existing.contains(topic.kafkaName()))
                            .map(topic -> new NewTopic(topic.kafkaName(), Topic.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no topics", e);
        }
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void publish(String migrationId, Message... events) {
        for (Message event : events) {
            publish(migrationId, EventId.next(), event);
        }
    }

    /** The same id again is what a relay does after a crash. */
    void publish(String migrationId, EventId id, Message event) {
        Topic topic = topic(event);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.kafkaName(), migrationId, event.toByteArray());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_type", "Test");
        header(record, "ce_source", topic.writer());
        header(record, "ce_time", Instant.now().toString());
        try {
            producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published: " + event, e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    private static Topic topic(Message event) {
        return switch (event) {
            case MigrationEvent migration -> Topic.MIGRATION;
            case ApprovalEvent approval -> Topic.APPROVAL;
            case RunEvent run -> Topic.RUN;
            case SnapshotEvent snapshot -> Topic.SNAPSHOT;
            default -> throw new IllegalArgumentException("no event: " + event);
        };
    }

    @Override
    public void close() {
        producer.close();
    }
}
