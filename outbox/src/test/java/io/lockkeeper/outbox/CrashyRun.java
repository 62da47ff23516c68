package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import io.lockkeeper.testbed.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Several writers, relays and consumers at once on one schema, each dying and starting again where the faults say, until
 * everything is written; then all is calm and the rest drains.
 *
 * <p>Table {@code expected} is filled in the writers' transactions and {@code applied} by the handler.
 */
final class CrashyRun {

    private static final int WRITERS = 3;
    private static final int RELAYS = 2;
    private static final List<Set<Integer>> CONSUMERS = List.of(Set.of(0, 2, 4), Set.of(1, 3, 5));
    private static final Duration MOMENT = Duration.ofMillis(2);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(60);

    private final Schema schema = Schema.create();
    private final Faults faults;
    private final Broker broker;
    private final int transactionsPerWriter;
    private volatile boolean over;

    CrashyRun(Faults faults, Broker broker, int transactionsPerWriter) {
        this.faults = faults;
        this.broker = broker;
        this.transactionsPerWriter = transactionsPerWriter;
        schema.execute(
                "CREATE TABLE expected (id uuid, key text, seq bigint)",
                "CREATE TABLE applied (n bigint GENERATED ALWAYS AS IDENTITY, id uuid, key text)");
    }

    Schema run() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            List<Future<?>> others = new ArrayList<>();
            for (int i = 0; i < RELAYS; i++) {
                others.add(threads.submit(() -> untilOver(this::relay)));
            }
            for (Set<Integer> partitions : CONSUMERS) {
                others.add(threads.submit(() -> untilOver(() -> consume(partitions))));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(this::write));
            }
            try {
                for (Future<?> writer : writers) {
                    writer.get();
                }
                faults.calm();
                Await.until(
                        "an empty outbox and all records consumed",
                        DRAINED_WITHIN,
                        () -> schema.number("SELECT count(*) FROM outbox_event") == 0 && broker.drained());
            } finally {
                faults.calm();
                over = true;
            }
            for (Future<?> other : others) {
                other.get();
            }
        }
        return schema;
    }

    private void write() {
        JdbcTransactions transactions = new JdbcTransactions(schema.source(), "writer", faults);
        Outbox outbox = new Outbox(transactions.source(), transactions.registry(), loop(transactions), Settings.RISK);
        for (int i = 0; i < transactionsPerWriter; i++) {
            try {
                transactions.inNew(connection -> {
                    int events = 1 + faults.pick(3);
                    // One key per transaction: transactions with several would have to take them in the same order.
                    String key = "key-" + faults.pick(3);
                    for (int event = 0; event < events; event++) {
                        outbox.put(Topic.MIGRATION, key, event(key));
                    }
                    expect(connection);
                    // Another writer of this key would overtake here if it did not have to wait.
                    pause(faults.pick(3) == 0 ? 15_000 : 500);
                    if (faults.pick(5) == 0) {
                        throw new RolledBack();
                    }
                    return key;
                });
            } catch (Exception | Crash e) {
                // Committed or not, table expected knows: it is the same transaction.
            }
        }
    }

    private void relay() throws Exception {
        JdbcTransactions transactions = new JdbcTransactions(schema.source(), "relay", faults);
        try (Broker.Sending sender = broker.sender()) {
            Relay relay = new Relay(transactions, new FaultySender(sender), 1 + faults.pick(20), MOMENT);
            while (!over) {
                if (!relay.pass().worked()) {
                    pause(1_000);
                }
            }
        }
    }

    private void consume(Set<Integer> partitions) throws Exception {
        JdbcTransactions transactions = new JdbcTransactions(schema.source(), "consumer", faults);
        Inbox inbox = new Inbox(transactions, new SimpleMeterRegistry(), Duration.ofMillis(1));
        try (Broker.Reader reader = broker.reader(partitions)) {
            while (!over) {
                List<ConsumerRecord<String, byte[]>> polled = reader.poll();
                for (ConsumerRecord<String, byte[]> record : polled) {
                    faults.step("consumer: before receive");
                    inbox.receive(record, (envelope, value) -> apply(transactions, envelope));
                    faults.step("consumer: before offset commit");
                    reader.commit(record);
                    faults.step("consumer: after offset commit");
                }
                if (polled.isEmpty()) {
                    pause(1_000);
                }
            }
        }
    }

    private void apply(JdbcTransactions transactions, Envelope envelope) throws Exception {
        faults.step("consumer: before handler");
        try (Connection connection = transactions.source().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO applied (id, key) VALUES (?, ?)")) {
            insert.setObject(1, envelope.id().value());
            insert.setString(2, envelope.key());
            insert.executeUpdate();
        }
        faults.step("consumer: after handler");
        if (faults.happens()) {
            throw new IllegalStateException("the handler failed");
        }
    }

    private static void expect(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO expected SELECT id, aggregateid, seq FROM outbox_event
                WHERE xmin::text::bigint = pg_current_xact_id()::text::bigint""")) {
            insert.executeUpdate();
        }
    }

    /** What a process supervisor does. */
    private void untilOver(Life life) {
        while (!over) {
            try {
                life.live();
            } catch (Exception | Crash e) {
                pause(500);
            }
        }
    }

    private RelayLoop loop(Transactions transactions) {
        return new RelayLoop(transactions, Settings.RISK, new SimpleMeterRegistry(), "unused:1");
    }

    private static MigrationEvent event(String key) {
        return MigrationEvent.newBuilder()
                .setWithdrawn(MigrationWithdrawn.newBuilder().setMigrationId(key))
                .build();
    }

    private static void pause(int micros) {
        LockSupport.parkNanos(micros * 1_000L);
    }

    private interface Life {
        void live() throws Exception;
    }

    private static final class RolledBack extends Exception {}

    /** Refuses, dies before or after sending, or loses the acknowledgement of what arrives. */
    private final class FaultySender implements Publisher {

        private final Publisher sender;

        FaultySender(Publisher sender) {
            this.sender = sender;
        }

        @Override
        public CompletionStage<?> publish(OutboxTable.Row event) {
            faults.step("relay: before publish");
            if (faults.happens()) {
                return CompletableFuture.failedFuture(new IllegalStateException("refused"));
            }
            CompletionStage<?> sent = sender.publish(event);
            faults.step("relay: after publish");
            return faults.happens()
                    ? CompletableFuture.failedFuture(new IllegalStateException("acknowledgement lost"))
                    : sent;
        }
    }
}
