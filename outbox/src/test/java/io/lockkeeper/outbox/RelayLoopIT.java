package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.KafkaBroker;
import io.lockkeeper.testbed.Testbed;
import io.lockkeeper.testbed.TopicTap;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RelayLoopIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Schema schema = Schema.create();
    private final JdbcTransactions transactions = new JdbcTransactions(schema.source());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final String key = UUID.randomUUID().toString();

    @Test
    void publishesWithAllHeadersWhatACommitLeaves() throws Exception {
        // given
        String servers = Testbed.shared().kafka().bootstrapServers();
        RelayLoop loop = new RelayLoop(transactions, Settings.RISK, metrics, servers);
        loop.start(new StartupEvent());

        // when
        put(loop, key);

        // then
        try (TopicTap tap = TopicTap.on(Testbed.shared().kafka(), Topic.MIGRATION.kafkaName())) {
            ConsumerRecord<String, byte[]> record = tap.await("the event", PATIENCE, r -> key.equals(r.key()));
            Envelope envelope = Envelope.of(record);
            assertThat(envelope.type()).isEqualTo("MigrationWithdrawn");
            assertThat(envelope.source()).isEqualTo("risk-service");
            assertThat(envelope.traceparent()).startsWith("00-");
            assertThat(record.value()).isEqualTo(Events.withdrawn(key, "").toByteArray());
        } finally {
            loop.stop(new ShutdownEvent());
        }
        assertThat(metrics.counter("lockkeeper.outbox.published").count()).isEqualTo(1);
    }

    @Test
    void publishesInOrderWhenTheBrokerComesBack(@TempDir Path folder) throws Exception {
        // given
        int port = freePort();
        RelayLoop loop = new RelayLoop(transactions, Settings.RISK, metrics, "127.0.0.1:" + port);
        KafkaBroker first = KafkaBroker.start(port, folder);
        loop.start(new StartupEvent());
        put(loop, "before");
        Await.until("the first event to leave", PATIENCE, () -> waiting() == 0);
        first.close();

        // when
        for (int i = 0; i < 5; i++) {
            put(loop, key);
        }
        List<String> put = schema.rows("SELECT id FROM outbox_event ORDER BY seq");
        Await.until(
                "a refused key",
                PATIENCE,
                () -> metrics.counter("lockkeeper.outbox.refused").count() > 0);

        // then
        try (KafkaBroker second = KafkaBroker.start(port, folder);
                TopicTap tap = TopicTap.on(second.cluster(), Topic.MIGRATION.kafkaName())) {
            Await.until("an empty outbox", PATIENCE, () -> waiting() == 0);
            Await.until("all records", PATIENCE, () -> tap.records(key).size() >= 5);
            assertThat(tap.records(key).stream()
                            .map(record -> Envelope.of(record).id().toString())
                            .distinct())
                    .isEqualTo(put);
            loop.stop(new ShutdownEvent());
        }
    }

    @Test
    void survivesADatabaseThatFails() throws Exception {
        // given
        String servers = Testbed.shared().kafka().bootstrapServers();
        schema.execute("ALTER TABLE outbox_lane RENAME TO gone");
        RelayLoop loop = new RelayLoop(transactions, Settings.RISK, metrics, servers);
        loop.start(new StartupEvent());
        put(loop, key);
        Await.until(
                "an error",
                PATIENCE,
                () -> metrics.counter("lockkeeper.outbox.errors").count() > 0);

        // when
        schema.execute("ALTER TABLE gone RENAME TO outbox_lane");

        // then
        Await.until("an empty outbox", PATIENCE, () -> waiting() == 0);
        loop.stop(new ShutdownEvent());
    }

    @Test
    void stopsAtOnceWhenThereIsNoBroker() throws Exception {
        // given
        Set<Thread> others = relays();
        RelayLoop loop = new RelayLoop(transactions, Settings.RISK, metrics, "no-such-host.invalid:1");
        loop.start(new StartupEvent());
        Thread relay = Await.value("the relay's thread", PATIENCE, () -> relays().stream()
                .filter(thread -> !others.contains(thread))
                .findFirst());

        // when
        loop.stop(new ShutdownEvent());

        // then
        assertThat(relay.isAlive()).isFalse();
    }

    /** Also those of services that other tests of this JVM have started. */
    private static Set<Thread> relays() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("outbox-relay"))
                .collect(Collectors.toSet());
    }

    private void put(RelayLoop loop, String eventKey) throws Exception {
        Outbox outbox = new Outbox(transactions.source(), transactions.registry(), loop, Settings.RISK);
        transactions.inNew(connection -> {
            outbox.put(Topic.MIGRATION, eventKey, Events.withdrawn(eventKey, ""));
            return eventKey;
        });
    }

    private long waiting() {
        return schema.number("SELECT count(*) FROM outbox_event");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
