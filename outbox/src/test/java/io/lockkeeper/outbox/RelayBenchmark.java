package io.lockkeeper.outbox;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.testbed.Testbed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Measures how long an event takes from {@code Outbox.put} to the commit of its effect, and how fast a backlog drains. Run
 * {@code main} from the module's test class path; nothing is asserted. PostgreSQL runs without fsync, so disks cost more.
 */
final class RelayBenchmark {

    private static final int BACKLOG = 10_000;
    private static final int KEYS = 500;
    private static final int ROUNDS = 3;

    private final Schema schema = Schema.create();
    private final AgroalDataSource pool;
    private final JdbcTransactions transactions;
    private final String servers = Testbed.shared().kafka().bootstrapServers();
    private final RelayLoop loop;
    private final Outbox outbox;

    private RelayBenchmark() throws Exception {
        String url = Testbed.shared().postgres().url(Testbed.DATABASE) + "?currentSchema="
                + schema.rows("SELECT current_schema()").getFirst();
        pool = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(connections -> connections
                        .maxSize(10)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(url).principal(new NamePrincipal("postgres")))));
        transactions = new JdbcTransactions(pool);
        loop = new RelayLoop(transactions, Settings.RISK, new SimpleMeterRegistry(), servers);
        outbox = new Outbox(transactions.source(), transactions.registry(), loop, Settings.RISK);
    }

    public static void main(String[] arguments) throws Exception {
        RelayBenchmark benchmark = new RelayBenchmark();
        TopicProvisioner.provision(benchmark.servers, (short) 1);
        for (int round = 1; round <= ROUNDS; round++) {
            benchmark.backlog(round);
        }
        benchmark.loop.start(new StartupEvent());
        for (int perSecond : new int[] {20, 20, 100, 300}) {
            benchmark.latency(perSecond, perSecond * 10);
        }
        benchmark.loop.stop(new ShutdownEvent());
        benchmark.pool.close();
        System.exit(0);
    }

    private void backlog(int round) throws Exception {
        long begin = System.nanoTime();
        transactions.inNew(connection -> {
            for (int i = 0; i < BACKLOG; i++) {
                OutboxTable.insert(connection, Events.row("key-" + i % KEYS, Integer.toString(i)));
            }
            return BACKLOG;
        });
        long put = System.nanoTime();
        try (KafkaPublisher publisher = new KafkaPublisher(servers, "benchmark")) {
            Relay relay =
                    new Relay(transactions, publisher, Settings.RISK.relay().batch(), Duration.ofSeconds(1));
            while (relay.pass().worked()) {}
        }
        System.out.printf(
                "backlog round %d: %d events of %d keys put in %d ms, relayed at %.0f/s%n",
                round, BACKLOG, KEYS, (put - begin) / 1_000_000, BACKLOG / ((System.nanoTime() - put) / 1e9));
    }

    /** Open loop: an event is due at its time whether or not the ones before it are through. */
    private void latency(int perSecond, int events) throws Exception {
        AtomicLongArray began = new AtomicLongArray(events);
        AtomicLongArray took = new AtomicLongArray(events);
        AtomicInteger applied = new AtomicInteger();
        Inbox inbox = new Inbox(transactions, new SimpleMeterRegistry());
        try (KafkaTestBroker broker = new KafkaTestBroker(servers);
                var threads = Executors.newFixedThreadPool(5)) {
            var consumer = threads.submit(() -> {
                try (Broker.Reader reader = broker.reader(Set.of(0, 1, 2, 3, 4, 5))) {
                    while (applied.get() < events) {
                        for (ConsumerRecord<String, byte[]> record : reader.poll()) {
                            inbox.receive(record, (envelope, value) -> {});
                            int number = Integer.parseInt(
                                    record.key().substring(record.key().indexOf('/') + 1));
                            took.set(number, System.nanoTime() - began.get(number));
                            applied.incrementAndGet();
                        }
                    }
                }
                return applied;
            });
            long start = System.nanoTime() + 500_000_000;
            for (int i = 0; i < events; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int number = i;
                began.set(number, System.nanoTime());
                var unused = threads.submit(() -> transactions.inNew(connection -> {
                    String key = "m/" + number;
                    outbox.put(Topic.MIGRATION, key, Events.withdrawn(key, ""));
                    return key;
                }));
            }
            consumer.get();
        }
        long[] sorted = new long[events];
        Arrays.setAll(sorted, took::get);
        Arrays.sort(sorted);
        System.out.printf(
                "put -> applied at %d/s, n=%d: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                perSecond, events, sorted[events / 2] / 1e6, sorted[events * 99 / 100] / 1e6, sorted[events - 1] / 1e6);
    }
}
