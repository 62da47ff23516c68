package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that do not exist yet; an existing topic is never changed. */
final class TopicProvisioner {

    private TopicProvisioner() {}

    static void provision(String bootstrapServers, short replicationFactor)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var created = admin.createTopics(Stream.of(Topic.values())
                            .map(topic -> new NewTopic(topic.kafkaName(), Topic.PARTITIONS, replicationFactor))
                            .toList())
                    .values();
            for (KafkaFuture<Void> topic : created.values()) {
                awaitCreated(topic);
            }
        }
    }

    private static void awaitCreated(KafkaFuture<Void> topic) throws InterruptedException, ExecutionException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
