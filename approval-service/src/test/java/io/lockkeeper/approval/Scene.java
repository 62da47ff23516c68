package io.lockkeeper.approval;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.proto.v1.SecondsRange;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Submitter;
import io.lockkeeper.proto.v1.Target;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.Testbed;
import io.lockkeeper.testbed.TopicTap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as this one sees them: what they write to Kafka, and what it writes back. */
final class Scene implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(20);

    private final TopicTap approvals;
    private final KafkaProducer<String, byte[]> producer;

    Scene() {
        Testbed testbed = Testbed.shared();
        // The service provisions them too; whoever comes first.
        testbed.kafka().createTopic(Topic.MIGRATION.kafkaName(), Topic.PARTITIONS);
        testbed.kafka().createTopic(Topic.RUN.kafkaName(), Topic.PARTITIONS);
        approvals = TopicTap.on(testbed.kafka(), Topic.APPROVAL.kafkaName());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", testbed.kafka().bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A migration of alice's on a target of its own, classified as that; its id. */
    String classified(Risk risk) {
        String id = newId();
        tell(classified(id, risk, "target-of-" + id));
        return id;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    static MigrationEvent classified(String id, Risk risk, String target) {
        StatementSummary statement = StatementSummary.newBuilder()
                .setSql("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
                .setRisk(risk)
                .setReason("Scans public.orders <at length>.")
                .setLock("ACCESS EXCLUSIVE")
                .setBlocks("reads+writes")
                .setTable("public.orders")
                .setTotal(SecondsRange.newBuilder().setLow(12).setHigh(40))
                .build();
        return MigrationEvent.newBuilder()
                .setClassified(MigrationClassified.newBuilder()
                        .setMigrationId(id)
                        .setRisk(risk)
                        .setAnalysable(true)
                        .setSubjectHash(subject(id))
                        .setBundleHash("sha256:bundle")
                        .setVersion("2026.11.21-1")
                        .setEngine("native")
                        .setTarget(Target.newBuilder()
                                .setName(target)
                                .setEnvironment("production")
                                .setApproverGroup("dba"))
                        .setSubmitter(
                                Submitter.newBuilder().setIdentity("alice").setCredential("ci"))
                        .addStatements(statement))
                .build();
    }

    static String subject(String id) {
        return "sha256:subject-of-" + id;
    }

    void tell(MigrationEvent event) {
        tell(UUID.randomUUID(), event);
    }

    void tell(UUID eventId, MigrationEvent event) {
        String key = event.hasClassified()
                ? event.getClassified().getMigrationId()
                : event.getWithdrawn().getMigrationId();
        send(eventId, Topic.MIGRATION, key, event.toByteArray());
    }

    void send(UUID eventId, Topic topic, String key, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.kafkaName(), key, value);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId.toString(),
                        "ce_type", "Told",
                        "ce_source", topic.writer(),
                        "ce_time", Instant.now().toString())
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        producer.flush();
    }

    /** What the service has said of that migration so far, in order. */
    List<ApprovalEvent> said(String migration) {
        return approvals.records(migration).stream()
                .map(record -> parse(record.value()))
                .toList();
    }

    List<String> saidNames(String migration) {
        return said(migration).stream()
                .map(event -> event.getEventCase().name())
                .toList();
    }

    /** Waits until it has said something of that kind, and returns the first. */
    ApprovalEvent await(String migration, ApprovalEvent.EventCase kind) {
        return Await.value(kind + " of " + migration, SOON, () -> said(migration).stream()
                .filter(event -> event.getEventCase() == kind)
                .findFirst());
    }

    @Override
    public void close() {
        approvals.close();
        producer.close();
    }

    private static ApprovalEvent parse(byte[] value) {
        try {
            return ApprovalEvent.parseFrom(value);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
