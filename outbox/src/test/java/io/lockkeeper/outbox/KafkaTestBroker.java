package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The real broker, read from what its migration topic ended with when this was made. */
final class KafkaTestBroker implements Broker {

    private final String bootstrapServers;
    private final String group = "outbox-" + UUID.randomUUID();

    KafkaTestBroker(String bootstrapServers) throws Exception {
        this.bootstrapServers = bootstrapServers;
        TopicProvisioner.provision(bootstrapServers, (short) 1);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.commitSync(consumer.endOffsets(all()).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))));
        }
    }

    @Override
    public Sending sender() {
        KafkaPublisher publisher = new KafkaPublisher(bootstrapServers, "test-relay");
        return new Sending() {
            @Override
            public CompletionStage<?> publish(OutboxTable.Row event) {
                return publisher.publish(event);
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }

    @Override
    public boolean drained() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(all());
            return consumer.endOffsets(all()).entrySet().stream()
                    .allMatch(end -> new OffsetAndMetadata(end.getValue()).equals(committed.get(end.getKey())));
        }
    }

    @Override
    public Reader reader(Set<Integer> partitions) {
        KafkaConsumer<String, byte[]> consumer = consumer();
        consumer.assign(partitions.stream().map(KafkaTestBroker::partition).toList());
        return new Reader() {
            @Override
            public List<ConsumerRecord<String, byte[]>> poll() {
                List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
                consumer.poll(Duration.ofMillis(20)).forEach(polled::add);
                return polled;
            }

            @Override
            public void commit(ConsumerRecord<String, byte[]> record) {
                consumer.commitSync(Map.of(partition(record.partition()), new OffsetAndMetadata(record.offset() + 1)));
            }

            @Override
            public void close() {
                consumer.close();
            }
        };
    }

    @Override
    public void close() {}

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topic.MIGRATION.kafkaName(), number);
    }

    private static Set<TopicPartition> all() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(KafkaTestBroker::partition)
                .collect(Collectors.toSet());
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        10),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
