package io.lockkeeper.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes to Kafka with the settings that an outbox needs: idempotent, acknowledged by all in-sync replicas.
 *
 * <p>The time-outs are short beside the transaction that waits for them: a send that fails is only tried by the next pass.
 */
final class KafkaPublisher implements Publisher, AutoCloseable {

    private final Producer<String, byte[]> producer;

    KafkaPublisher(String bootstrapServers, String clientId) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        3_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        5_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        10_000,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        8L * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public CompletableFuture<?> publish(OutboxTable.Row event) {
        Envelope envelope = event.envelope();
        CompletableFuture<Object> acknowledged = new CompletableFuture<>();
        // The callback says it all.
        Future<?> unused = producer.send(
                new ProducerRecord<>(
                        envelope.topic().kafkaName(),
                        null,
                        // Not the event's own time: Kafka's retention counts from here, and it refuses clocks that are
                        // ahead.
                        null,
                        envelope.key(),
                        event.payload(),
                        envelope.toHeaders()),
                (metadata, failure) -> {
                    if (failure == null) {
                        acknowledged.complete(metadata);
                    } else {
                        acknowledged.completeExceptionally(failure);
                    }
                });
        return acknowledged;
    }

    /** Gives up what is in flight: it stays in the outbox. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
