package io.lockkeeper.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their beginning in the background and hands out what it has seen so far, in order per partition.
 *
 * <p>A topic that does not exist yet is waited for. It joins no consumer group, so it disturbs none.
 */
public final class TopicTap implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final List<ConsumerRecord<String, byte[]>> seen = new CopyOnWriteArrayList<>();
    private final List<String> topics;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread reader;
    private volatile @Nullable RuntimeException failure;

    private TopicTap(KafkaCluster cluster, List<String> topics) {
        this.topics = topics;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        20),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.reader = Thread.ofPlatform().daemon().name("tap-" + topics).unstarted(this::read);
    }

    /** Starts to read {@code topics}. */
    public static TopicTap on(KafkaCluster cluster, String... topics) {
        TopicTap tap = new TopicTap(cluster, List.of(topics));
        tap.reader.start();
        return tap;
    }

    /** What has been read so far. */
    public List<ConsumerRecord<String, byte[]>> records() {
        RuntimeException broken = failure;
        if (broken != null) {
            throw new IllegalStateException("the tap on " + topics + " broke", broken);
        }
        return List.copyOf(seen);
    }

    /** What has been read so far with this key. */
    public List<ConsumerRecord<String, byte[]>> records(String key) {
        return records().stream().filter(record -> key.equals(record.key())).toList();
    }

    /** Waits for the first record that {@code wanted} accepts. */
    public ConsumerRecord<String, byte[]> await(
            String what, Duration atMost, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return Await.value(what + " on " + topics, atMost, () -> first(wanted));
    }

    /** Waits until at least {@code count} records have been read and returns them all. */
    public List<ConsumerRecord<String, byte[]>> await(int count, Duration atMost) {
        return Await.value(count + " records on " + topics, atMost, () -> Optional.of(records())
                .filter(records -> records.size() >= count));
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> first(Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return records().stream().filter(wanted).findFirst();
    }

    private void read() {
        List<String> missing = new ArrayList<>(topics);
        List<TopicPartition> found = new ArrayList<>();
        try (consumer) {
            while (true) {
                if (missing.removeIf(topic -> find(topic, found))) {
                    consumer.assign(found);
                }
                if (found.isEmpty()) {
                    LockSupport.parkNanos(POLL.toNanos());
                    continue;
                }
                consumer.poll(POLL).forEach(seen::add);
            }
        } catch (WakeupException closed) {
            // The one way out of the loop in good order: close() woke the consumer.
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private boolean find(String topic, List<TopicPartition> found) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        found.addAll(partitions);
        return !partitions.isEmpty();
    }
}
