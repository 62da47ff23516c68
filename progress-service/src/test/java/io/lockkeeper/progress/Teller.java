package io.lockkeeper.progress;

import com.google.protobuf.Message;
import io.lockkeeper.outbox.EventId;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.ProgressEvent;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes events as the other services' relays do. */
public final class Teller implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Testbed.shared().kafka().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    public void tell(String key, Message... events) {
        for (Message event : events) {
            send(record(key, event));
        }
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker did not take the record", e);
        }
    }

    public static ProducerRecord<String, byte[]> record(String key, Message event) {
        return record(topic(event), key, type(event), event.toByteArray());
    }

    public static ProducerRecord<String, byte[]> record(Topic topic, String key, String type, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.kafkaName(), key, value);
        header(record, "ce_id", EventId.next().toString());
        header(record, "ce_type", type);
        header(record, "ce_source", topic.writer());
        header(record, "ce_time", Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(Message event) {
        return event.getOneofFieldDescriptor(
                        event.getDescriptorForType().getOneofs().getFirst())
                .getMessageType()
                .getName();
    }

    private static Topic topic(Message event) {
        return switch (event) {
            case MigrationEvent migration -> Topic.MIGRATION;
            case ApprovalEvent approval -> Topic.APPROVAL;
            case RunEvent run -> Topic.RUN;
            case ProgressEvent progress -> Topic.PROGRESS;
            default -> throw new IllegalArgumentException("no topic carries " + event);
        };
    }
}
