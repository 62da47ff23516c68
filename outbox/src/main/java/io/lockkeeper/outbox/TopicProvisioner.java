package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that do not exist yet; an existing topic is never changed. */
final class TopicProvisioner {

    /** How long a created topic keeps records: a consumer may be away for so long. The inbox must remember longer. */
    static final Duration RETENTION = Duration.ofDays(14);

    private TopicProvisioner() {}

    static void provision(String bootstrapServers, short replicationFactor)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            // Without its dead-letter topic a listener would stop at its first poison event.
            Stream<String> names = Stream.of(Topic.values())
                    .flatMap(topic -> Stream.concat(Stream.of(topic.kafkaName()), topic.deadLetterTopics().stream()));
            var created = admin.createTopics(names.map(name -> new NewTopic(name, Topic.PARTITIONS, replicationFactor)
                                    .configs(settings(replicationFactor)))
                            .toList())
                    .values();
            for (KafkaFuture<Void> topic : created.values()) {
                awaitCreated(topic);
            }
        }
    }

    /** "Acknowledged by all in-sync replicas" is worth something only when one replica is not enough to be all. */
    private static Map<String, String> settings(short replicationFactor) {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(RETENTION.toMillis()),
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(Math.max(1, replicationFactor - 1)));
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
