package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.Testbed;
import io.lockkeeper.testbed.TopicTap;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The whole way within a running service: container, transaction manager, pool, connector and dead-letter topic. */
@QuarkusTest
@QuarkusTestResource(ServiceIT.Servers.class)
class ServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SCHEMA = "outbox_service";
    private static final String DEAD = "lockkeeper.migration.v1.risk-service.dlq";

    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    @Inject
    MigrationListener listener;

    @Inject
    MeterRegistry metrics;

    private final String key = UUID.randomUUID().toString();

    @Test
    void carriesACommittedEventFromPutToItsEffectInOneTrace() throws Exception {
        // when
        Trace.within(Events.TRACEPARENT, () -> put("apply"));

        // then
        Await.until("the effect", PATIENCE, () -> effects() == 1);
        assertThat(listener.trace(key)).isEqualTo(Events.TRACEPARENT);
        assertThat(metrics.find("lockkeeper.outbox.backlog").gauge()).isNotNull();
    }

    @Test
    void carriesNoEventOfATransactionThatRolledBack() throws Exception {
        // given
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.put(Topic.MIGRATION, key, Events.withdrawn(key, "apply"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");

        // when
        put("apply");

        // then
        Await.until("the effect", PATIENCE, () -> effects() >= 1);
        assertThat(listener.seen()).filteredOn(key::equals).hasSize(1);
    }

    @Test
    void refusesToPutOutsideATransaction() {
        assertThatThrownBy(() -> outbox.put(Topic.MIGRATION, key, Events.withdrawn(key, "apply")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction");
    }

    @Test
    void sendsAPoisonedEventToTheDeadLetterTopicWithTheReasonAndGoesOn() throws Exception {
        // when
        put("poison");
        put("apply");

        // then
        Await.until("the effect of the event behind it", PATIENCE, () -> effects() == 1);
        try (TopicTap tap = TopicTap.on(Testbed.shared().kafka(), DEAD)) {
            ConsumerRecord<String, byte[]> dead = tap.await("the poison", PATIENCE, r -> key.equals(r.key()));
            assertThat(new String(
                            dead.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
                    .contains("MigrationWithdrawn", key, "poison");
        }
        assertThat(listener.seen()).filteredOn(key::equals).hasSize(4);
    }

    @Test
    void waitsOutSessionsThatDieDuringTheHandlerAndAtItsCommit() throws Exception {
        // when
        put("die in the handler");
        put("die at the commit");

        // then
        Await.until("both effects", PATIENCE, () -> effects() == 2);
        assertThat(listener.seen()).filteredOn(key::equals).hasSize(10);
        try (TopicTap tap = TopicTap.on(Testbed.shared().kafka(), DEAD)) {
            assertThat(tap.records(key)).isEmpty();
        }
    }

    @Test
    void takesOneRecordAfterTheOther() throws Exception {
        // when
        for (int i = 0; i < 40; i++) {
            put("apply");
        }

        // then
        Await.until("all effects", PATIENCE, () -> effects() == 40);
        assertThat(metrics.find("lockkeeper.inbox.events")
                        .tag("outcome", "overlapping")
                        .counter())
                .isNull();
    }

    private String put(String reason) {
        QuarkusTransaction.requiringNew().run(() -> outbox.put(Topic.MIGRATION, key, Events.withdrawn(key, reason)));
        return reason;
    }

    private long effects() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("SELECT count(*) FROM effect WHERE key = ?")) {
            count.setString(1, key);
            try (var rows = count.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** What a service's listener looks like, with an effect that the event's reason orders. */
    @ApplicationScoped
    static class MigrationListener {

        /** More than the three tries of a failing handler. */
        private static final int DEATHS = 4;

        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final Map<String, String> traces = new ConcurrentHashMap<>();
        private final Map<EventId, Integer> deaths = new ConcurrentHashMap<>();
        private final Inbox inbox;
        private final DataSource database;

        MigrationListener(Inbox inbox, DataSource database) {
            this.inbox = inbox;
            this.database = database;
        }

        List<String> seen() {
            return seen;
        }

        @Nullable
        String trace(String key) {
            return traces.get(key);
        }

        @Incoming("migration")
        @Blocking
        void on(ConsumerRecord<String, byte[]> record) {
            inbox.receive(record, this::apply);
        }

        private void apply(Envelope envelope, byte[] value) throws Exception {
            seen.add(envelope.key());
            traces.put(envelope.key(), Trace.current());
            String reason = io.lockkeeper.proto.v1.MigrationEvent.parseFrom(value)
                    .getWithdrawn()
                    .getReason();
            if (reason.equals("poison")) {
                throw new IllegalStateException("poison");
            }
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO effect VALUES (?)")) {
                boolean die = reason.startsWith("die") && deaths.merge(envelope.id(), 1, Integer::sum) <= DEATHS;
                if (die) {
                    kill(connection);
                }
                if (!die || !reason.endsWith("commit")) {
                    insert.setString(1, envelope.key());
                    insert.executeUpdate();
                }
            }
        }

        private static void kill(Connection connection) throws SQLException {
            try (PreparedStatement pid = connection.prepareStatement("SELECT pg_backend_pid()");
                    var rows = pid.executeQuery()) {
                rows.next();
                Testbed.shared()
                        .postgres()
                        .execute(Testbed.DATABASE, "SELECT pg_terminate_backend(" + rows.getInt(1) + ")");
            }
        }
    }

    /** The servers, a schema with the tables, and a listener's channel as every service configures it. */
    public static final class Servers implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Testbed testbed = Testbed.shared();
            testbed.postgres().createDatabase(Testbed.DATABASE, "postgres");
            Schema.in(testbed.postgres(), Testbed.DATABASE, SCHEMA).execute("CREATE TABLE effect (key text)");
            testbed.kafka().createTopic(DEAD, 1);
            Map<String, String> configuration = new HashMap<>(Map.of(
                    "lockkeeper.service",
                    "risk-service",
                    "kafka.bootstrap.servers",
                    testbed.kafka().bootstrapServers(),
                    "quarkus.datasource.jdbc.url",
                    testbed.postgres().url(Testbed.DATABASE, SCHEMA),
                    "quarkus.datasource.username",
                    "postgres"));
            Map.of(
                            "connector", "smallrye-kafka",
                            "topic", Topic.MIGRATION.kafkaName(),
                            "group.id", "risk-service-" + UUID.randomUUID(),
                            "auto.offset.reset", "earliest",
                            "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer",
                            "failure-strategy", "dead-letter-queue",
                            "dead-letter-queue.topic", DEAD)
                    .forEach((name, value) -> configuration.put("mp.messaging.incoming.migration." + name, value));
            return configuration;
        }

        @Override
        public void stop() {}
    }
}
