package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.testbed.KafkaBroker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicProvisionerIT {

    private static final List<String> NAMES = Stream.of(Topic.values())
            .flatMap(topic -> Stream.concat(Stream.of(topic.kafkaName()), topic.deadLetterTopics().stream()))
            .toList();

    @Test
    void createsWhatIsMissingLeavesTheRestAndCanBeRepeated() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start()) {
            // given
            String servers = broker.cluster().bootstrapServers();
            broker.cluster().createTopic(Topic.RUN.kafkaName(), 3);

            // when
            TopicProvisioner.provision(servers, (short) 1);
            TopicProvisioner.provision(servers, (short) 1);

            // then
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
                Map<String, TopicDescription> topics =
                        admin.describeTopics(NAMES).allTopicNames().get();
                assertThat(topics).hasSize(NAMES.size());
                topics.forEach((name, topic) -> assertThat(topic.partitions())
                        .as(name)
                        .hasSize(name.equals(Topic.RUN.kafkaName()) ? 3 : Topic.PARTITIONS));
                assertThat(retention(admin, Topic.MIGRATION)).isEqualTo("1209600000");
                assertThat(retention(admin, Topic.RUN)).isEqualTo("604800000");
            }
        }
    }

    private static String retention(Admin admin, Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.kafkaName());
        return Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource))
                .get("retention.ms")
                .value();
    }
}
