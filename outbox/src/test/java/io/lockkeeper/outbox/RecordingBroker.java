package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;

/**
 * Partitions in memory. A record takes a random moment to arrive, even after its sender died, and overtakes others: what
 * must stay in order has to wait for its predecessor's acknowledgement.
 */
final class RecordingBroker implements Broker {

    private static final int MICROS_TO_ARRIVE = 1_500;

    private final Faults faults;
    private final List<List<ConsumerRecord<String, byte[]>>> partitions =
            IntStream.range(0, PARTITIONS).mapToObj(i -> records()).toList();
    private final int[] committed = new int[PARTITIONS];
    private final AtomicInteger travelling = new AtomicInteger();

    RecordingBroker(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Sending sender() {
        return new Sending() {
            @Override
            public CompletionStage<?> publish(OutboxTable.Row event) {
                travelling.incrementAndGet();
                return CompletableFuture.runAsync(
                        () -> {
                            append(event);
                            travelling.decrementAndGet();
                        },
                        CompletableFuture.delayedExecutor(faults.pick(MICROS_TO_ARRIVE), TimeUnit.MICROSECONDS));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public synchronized boolean drained() {
        return travelling.get() == 0
                && IntStream.range(0, PARTITIONS)
                        .allMatch(i -> committed[i] == partitions.get(i).size());
    }

    @Override
    public Reader reader(Set<Integer> of) {
        return new RecordReader(of);
    }

    @Override
    public void close() {}

    private synchronized void append(OutboxTable.Row event) {
        Envelope envelope = event.envelope();
        int number = Math.floorMod(envelope.key().hashCode(), PARTITIONS);
        List<ConsumerRecord<String, byte[]>> partition = partitions.get(number);
        partition.add(new ConsumerRecord<>(
                Topic.MIGRATION.kafkaName(),
                number,
                partition.size(),
                0L,
                TimestampType.CREATE_TIME,
                0,
                event.payload().length,
                envelope.key(),
                event.payload(),
                envelope.toHeaders(),
                Optional.empty()));
    }

    private static List<ConsumerRecord<String, byte[]>> records() {
        return new ArrayList<>();
    }

    private final class RecordReader implements Reader {

        private final Set<Integer> mine;
        private final int[] position;

        RecordReader(Set<Integer> mine) {
            this.mine = mine;
            synchronized (RecordingBroker.this) {
                position = committed.clone();
            }
        }

        @Override
        public List<ConsumerRecord<String, byte[]>> poll() {
            synchronized (RecordingBroker.this) {
                List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>();
                for (int number : mine) {
                    List<ConsumerRecord<String, byte[]>> partition = partitions.get(number);
                    polled.addAll(partition.subList(position[number], partition.size()));
                    position[number] = partition.size();
                }
                return polled;
            }
        }

        @Override
        public void commit(ConsumerRecord<String, byte[]> record) {
            synchronized (RecordingBroker.this) {
                committed[record.partition()] = (int) record.offset() + 1;
            }
        }

        @Override
        public void close() {}
    }
}
