package io.lockkeeper.testbed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class KafkaBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void tapsATopicThatIsCreatedAfterTheTap() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start();
                TopicTap tap = TopicTap.on(broker.cluster(), "late")) {
            // given
            assertThat(tap.records()).isEmpty();
            broker.cluster().createTopic("late", 3);

            // when
            produce(broker.cluster(), "late", "k", "one");
            produce(broker.cluster(), "late", "k", "two");

            // then
            assertThat(tap.await(2, SOON))
                    .extracting(record -> new String(record.value(), UTF_8))
                    .containsExactly("one", "two");
            assertThat(broker.cluster().topics()).containsExactly("late");
        }
    }

    @Test
    void servesWhatAnEarlierBrokerLeftInItsFolder() throws Exception {
        // given
        int port = Ports.free();
        try (KafkaBroker first = KafkaBroker.start(port, folder)) {
            first.cluster().createTopic("kept", 1);
            produce(first.cluster(), "kept", "k", "one");
        }

        // when
        try (KafkaBroker second = KafkaBroker.start(port, folder);
                TopicTap tap = TopicTap.on(second.cluster(), "kept")) {

            // then
            assertThat(tap.await("the kept record", SOON, record -> true).value())
                    .isEqualTo("one".getBytes(UTF_8));
        }
    }

    private static void produce(KafkaCluster cluster, String topic, String key, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value.getBytes(UTF_8)))
                    .get();
        }
    }
}
