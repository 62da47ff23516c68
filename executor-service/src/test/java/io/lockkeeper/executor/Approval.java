package io.lockkeeper.executor;

import io.lockkeeper.executor.grant.GrantFixture;
import io.lockkeeper.outbox.EventId;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.GrantIssued;
import io.lockkeeper.proto.v1.GrantRevoked;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.RanChangesets;
import io.lockkeeper.riskengine.facts.SchemaFingerprint;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Subject;
import io.lockkeeper.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;

/** Plays risk-service and approval-service: classifies on the live target, signs, publishes. */
final class Approval implements AutoCloseable {

    private final Testbed testbed = Testbed.shared();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, testbed.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A signed grant and what it is for. */
    record Granted(String migration, String grant, String jws) {}

    /** Stores the bundle where the executor finds it and signs what approvers would have seen of it. */
    Granted grant(Bundle bundle, String target) throws Exception {
        return grant(bundle, target, "HIGH", Duration.ofMinutes(10));
    }

    Granted grant(Bundle bundle, String target, String risk, Duration lifetime) throws Exception {
        ExecutorTestResource.bundles().put(bundle.hash(), bundle.bytes());
        String migration = "m-" + UUID.randomUUID();
        String grant = "g-" + UUID.randomUUID();
        Instant now = Instant.now();
        JwtClaims claims = GrantFixture.claims(grant, migration, now, now.plus(lifetime));
        claims.setStringClaim("subject_hash", subjectHash(bundle, target));
        claims.setStringClaim("bundle_hash", bundle.hash());
        claims.setStringClaim("target", target);
        claims.setStringClaim("engine", bundle.engine().id());
        claims.setStringClaim("risk", risk);
        return new Granted(
                migration,
                grant,
                GrantFixture.sign(claims, AlgorithmIdentifiers.EDDSA, privateKey(), GrantFixture.KEY_ID));
    }

    void issue(Granted granted) throws Exception {
        publish(
                granted.migration(),
                "GrantIssued",
                ApprovalEvent.newBuilder()
                        .setGrantIssued(GrantIssued.newBuilder()
                                .setMigrationId(granted.migration())
                                .setGrantId(granted.grant())
                                .setJws(granted.jws()))
                        .build());
    }

    void revoke(Granted granted) throws Exception {
        publish(
                granted.migration(),
                "GrantRevoked",
                ApprovalEvent.newBuilder()
                        .setGrantRevoked(GrantRevoked.newBuilder()
                                .setMigrationId(granted.migration())
                                .setGrantId(granted.grant())
                                .setReason("test"))
                        .build());
    }

    @Override
    public void close() {
        producer.close();
    }

    private String subjectHash(Bundle bundle, String target) throws Exception {
        try (Connection connection = testbed.postgres().connect(target)) {
            Plan plan = Planner.plan(
                    bundle,
                    Dialect.POSTGRESQL,
                    bundle.engine() == Engine.LIQUIBASE ? RanChangesets.read(connection) : Set.of());
            TargetFacts facts = PostgresFacts.read(connection, RiskEngine.names(plan));
            Report report = RiskEngine.assess(plan, facts, Yardstick.of(bundle.judgedBy()));
            return new Subject(
                            bundle.hash(),
                            plan.statementsHash(),
                            bundle.engine(),
                            bundle.options(),
                            target,
                            "production",
                            report.reportHash(),
                            SchemaFingerprint.of(facts))
                    .hash();
        }
    }

    private void publish(String key, String type, ApprovalEvent event) throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.APPROVAL.kafkaName(), key, event.toByteArray());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", EventId.next().toString());
        header(record, "ce_type", type);
        header(record, "ce_source", "approval-service");
        header(record, "ce_time", Instant.now().toString());
        producer.send(record).get();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey privateKey() throws Exception {
        byte[] der = Base64.getDecoder().decode(System.getProperty(ExecutorTestResource.PRIVATE_KEY));
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
