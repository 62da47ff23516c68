package io.lockkeeper.outbox;

import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.LocalPostgres;
import io.lockkeeper.testbed.PostgresServer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InboxIT {

    private static final Duration BACK_OFF = Duration.ofMillis(1);

    private final Schema schema = Schema.create();
    private final JdbcTransactions transactions = new JdbcTransactions(schema.source());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Inbox inbox = new Inbox(transactions, metrics, BACK_OFF);
    private final AtomicInteger calls = new AtomicInteger();
    private final Envelope envelope = Events.envelope("m-1");
    private final ConsumerRecord<String, byte[]> record = Events.record(envelope);

    @BeforeEach
    void createEffectTable() {
        schema.execute("CREATE TABLE effect (id uuid)");
    }

    @Test
    void appliesARecordOnceHoweverOftenItIsDelivered() {
        // when
        inbox.receive(record, this::effect);
        inbox.receive(record, this::effect);

        // then
        assertThat(effects()).isEqualTo(1);
        assertThat(calls).hasValue(1);
        assertThat(count("applied")).isEqualTo(1);
        assertThat(count("duplicate")).isEqualTo(1);
    }

    @Test
    void appliesARecordOnceWhenTwoConsumersGetItAtTheSameTime() throws Exception {
        // when
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<?> received : java.util.stream.Stream.generate(
                            () -> threads.submit(() -> inbox.receive(record, this::effect)))
                    .limit(4)
                    .toList()) {
                received.get();
            }
        }

        // then
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void givesTheHandlerEnvelopeAndTrace() {
        inbox.receive(record, (received, value) -> {
            assertThat(received).isEqualTo(envelope);
            assertThat(value).isEqualTo(record.value());
            assertThat(Trace.current()).isEqualTo(Events.TRACEPARENT);
        });
        assertThat(count("applied")).isEqualTo(1);
    }

    @Test
    void triesAFailingHandlerThreeTimesAndCommitsNothing() {
        // when
        var failing = assertThatThrownBy(() -> inbox.receive(record, (received, value) -> {
            effect(received, value);
            throw new IllegalStateException("no such migration");
        }));

        // then
        failing.isInstanceOf(Inbox.Unprocessable.class)
                .hasMessageContaining("MigrationWithdrawn")
                .hasMessageContaining("m-1")
                .hasMessageContaining("no such migration");
        assertThat(calls).hasValue(3);
        assertThat(effects()).isZero();
        assertThat(schema.number("SELECT count(*) FROM inbox_event")).isZero();
        assertThat(count("retried")).isEqualTo(2);
        assertThat(count("dead")).isEqualTo(1);
    }

    @Test
    void appliesARecordWhoseHandlerFailedOnce() {
        // when
        inbox.receive(record, (received, value) -> {
            effect(received, value);
            if (calls.get() == 1) {
                throw new IllegalStateException("not yet");
            }
        });

        // then
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void waitsOutKilledSessionsHoweverMany() {
        // when
        inbox.receive(record, (received, value) -> {
            if (calls.get() < 10) {
                killMySession();
            }
            effect(received, value);
        });

        // then
        assertThat(effects()).isEqualTo(1);
        assertThat(count("outage")).isEqualTo(10);
        assertThat(count("dead")).isZero();
    }

    @Test
    void waitsOutADatabaseThatIsDown(@TempDir Path folder) throws Exception {
        // given
        LocalPostgres.Options options = new LocalPostgres.Options(
                folder.resolve("data"), freePort(), "secret", folder.resolve("log"), Map.of());
        LocalPostgres first = LocalPostgres.start(options);
        Schema mortal = Schema.in(first.server(), PostgresServer.SUPERUSER, "mortal");
        Inbox waiting = new Inbox(new JdbcTransactions(mortal.source()), metrics, Duration.ofMillis(20));
        first.close();

        try (var threads = Executors.newSingleThreadExecutor()) {
            // when
            Future<?> received = threads.submit(() -> waiting.receive(record, (e, v) -> calls.incrementAndGet()));
            Await.until("five vain tries", Duration.ofSeconds(30), () -> count("outage") >= 5);
            boolean gaveUp = received.isDone();
            try (LocalPostgres again = LocalPostgres.start(options)) {
                received.get();

                // then
                assertThat(gaveUp).isFalse();
                assertThat(calls).hasValue(1);
                assertThat(mortal.number("SELECT count(*) FROM inbox_event")).isEqualTo(1);
                assertThat(again.pid()).isPositive();
            }
        }
    }

    @Test
    void givesNothingUpWhenItIsInterruptedInAnOutage() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            // given
            Future<?> received = threads.submit(() -> inbox.receive(record, (e, v) -> {
                if (calls.incrementAndGet() == 1) {
                    Thread.currentThread().interrupt();
                    throw new SQLException("the database is going down", "57P01");
                }
            }));

            // when
            received.get();

            // then
            assertThat(count("applied")).isEqualTo(1);
            assertThat(count("dead")).isZero();
        }
    }

    @Test
    void givesNothingUpWhileTheServiceStops() {
        // given
        inbox.stop(new io.quarkus.runtime.ShutdownEvent());

        // when
        inbox.receive(record, (e, v) -> {
            if (calls.incrementAndGet() < 6) {
                throw new IllegalStateException("the container is closed");
            }
        });

        // then
        assertThat(count("dead")).isZero();
    }

    @Test
    void refusesARecordWithoutReadableHeadersAtOnce() {
        // given
        RecordHeaders none = new RecordHeaders();

        // when
        var refused =
                assertThatThrownBy(() -> inbox.receive(Events.record("m-1", none, () -> new byte[0]), this::effect));

        // then
        refused.isInstanceOf(Envelope.MalformedEvent.class).hasMessageContaining("/3@42 has no header ce_id");
        assertThat(calls).hasValue(0);
        assertThat(count("malformed")).isEqualTo(1);
    }

    @Test
    void countsRecordsOfOnePartitionThatAListenerTakesAtOnce() {
        // when
        inbox.receive(record, (e, v) -> {
            calls.incrementAndGet();
            inbox.receive(Events.record(Events.envelope("m-2")), this::effect);
        });
        inbox.receive(Events.record(Events.envelope("m-3")), this::effect);

        // then
        assertThat(count("overlapping")).isEqualTo(1);
        assertThat(calls).hasValue(3);
    }

    @Test
    void countsWhatTheServiceDoesNotKnow() {
        inbox.ignored(envelope);
        assertThat(count("ignored")).isEqualTo(1);
    }

    private void effect(Envelope received, byte[] value) throws SQLException {
        calls.incrementAndGet();
        try (Connection connection = transactions.source().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO effect VALUES (?)")) {
            insert.setObject(1, received.id().value());
            insert.executeUpdate();
        }
    }

    private void killMySession() throws SQLException {
        calls.incrementAndGet();
        try (Connection connection = transactions.source().getConnection();
                PreparedStatement kill = connection.prepareStatement("SELECT pg_terminate_backend(pg_backend_pid())")) {
            kill.execute();
        }
    }

    private static int freePort() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private long effects() {
        return schema.number("SELECT count(*) FROM effect");
    }

    private long count(String outcome) {
        return Math.round(metrics.find("lockkeeper.inbox.events").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }
}
