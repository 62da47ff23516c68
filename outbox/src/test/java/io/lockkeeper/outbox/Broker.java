package io.lockkeeper.outbox;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a run needs of Kafka: a real one, or one that only records. */
interface Broker extends AutoCloseable {

    int PARTITIONS = io.lockkeeper.proto.Topic.PARTITIONS;

    /** A producer of its own, as each relay has; closed with it. */
    Sending sender();

    /** A consumer that begins at the committed offsets. */
    Reader reader(Set<Integer> partitions);

    /** Whether every record is read and its offset committed. */
    boolean drained() throws Exception;

    @Override
    void close();

    interface Sending extends Publisher, AutoCloseable {
        @Override
        void close();
    }

    interface Reader extends AutoCloseable {
        List<ConsumerRecord<String, byte[]>> poll();

        void commit(ConsumerRecord<String, byte[]> record);

        @Override
        void close();
    }
}
