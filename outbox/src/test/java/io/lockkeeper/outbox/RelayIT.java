package io.lockkeeper.outbox;

import io.lockkeeper.testbed.Await;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RelayIT {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Schema schema = Schema.create();
    private final JdbcTransactions transactions = new JdbcTransactions(schema.source());
    private final FakePublisher broker = new FakePublisher();

    @Test
    void publishesTheWholeEnvelopeAndDeletesIt() throws Exception {
        // given
        OutboxTable.Row event = put("m-1");

        // when
        Relay.Pass pass = relay(broker, 10, LONG).pass();

        // then
        assertThat(pass).isEqualTo(new Relay.Pass(1, 0));
        assertThat(broker.taken).singleElement().satisfies(taken -> {
            assertThat(taken.envelope()).isEqualTo(event.envelope());
            assertThat(taken.payload()).isEqualTo(event.payload());
        });
        assertThat(waiting()).isZero();
        assertThat(relay(broker, 10, LONG).pass().worked()).isFalse();
    }

    @Test
    void takesAtMostOneBatchPerPassOldestFirst() throws Exception {
        // given
        List<EventId> put = putMany("m-1", 25);

        // when
        relay(broker, 10, LONG).pass();

        // then
        assertThat(broker.taken("m-1")).isEqualTo(put.subList(0, 10));
        assertThat(waiting()).isEqualTo(15);
    }

    @Test
    void endsABatchBeforeItHoldsTooManyBytes() throws Exception {
        // given
        String large = "x".repeat(700 * 1024);
        for (int i = 0; i < 8; i++) {
            put("m-1", large);
        }

        // when
        Relay.Pass pass = relay(broker, 100, LONG).pass();

        // then
        assertThat(pass.published()).isEqualTo(6);
    }

    @Test
    void worksOffABacklogThatAnEarlierProcessLeft() throws Exception {
        // given
        List<List<EventId>> put = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            put.add(putMany("m-" + key, 30));
        }

        // when
        drain(relay(broker, 50, LONG));

        // then
        assertThat(waiting()).isZero();
        for (int key = 0; key < 20; key++) {
            assertThat(broker.taken("m-" + key)).isEqualTo(put.get(key));
        }
    }

    @Test
    void letsNoRefusedKeyHoldUpItsLaneOrTheOthers() throws Exception {
        // given
        List<EventId> stuck = putMany("stuck", 300);
        IntStream.range(0, 20).forEach(key -> putMany("m-" + key, 3));
        broker.refusing.add("stuck");
        Relay relay = relay(broker, 50, LONG);

        // when
        drain(relay);

        // then
        assertThat(broker.taken)
                .hasSize(60)
                .extracting(row -> row.envelope().key())
                .doesNotContain("stuck");
        assertThat(waiting()).isEqualTo(stuck.size());
    }

    @Test
    void keepsTheOrderOfAKeyThatWasRefused() throws Exception {
        // given
        List<EventId> put = putMany("m-1", 5);
        broker.refusing.add("m-1");
        Relay relay = relay(broker, 50, Duration.ZERO);
        Relay.Pass refused = relay.pass();

        // when
        broker.refusing.clear();
        drain(relay);

        // then
        assertThat(refused).isEqualTo(new Relay.Pass(0, 1));
        assertThat(refused.futile()).isTrue();
        assertThat(broker.taken("m-1")).isEqualTo(put);
    }

    @Test
    void sendsAnEventOnlyWhenItsPredecessorIsAcknowledged() throws Exception {
        // given
        putMany("m-1", 2);
        CompletableFuture<Object> acknowledgement = new CompletableFuture<>();
        CountDownLatch first = new CountDownLatch(1);
        Publisher slow = event -> {
            broker.publish(event);
            first.countDown();
            return acknowledgement;
        };

        try (var threads = Executors.newSingleThreadExecutor()) {
            // when
            var pass = threads.submit(() -> relay(slow, 10, LONG).pass());
            boolean sent = first.await(10, TimeUnit.SECONDS);
            List<OutboxTable.Row> sentBefore = List.copyOf(broker.taken);
            long waitingBefore = waiting();
            acknowledgement.complete("acknowledged");

            // then
            assertThat(sent).isTrue();
            assertThat(sentBefore).hasSize(1);
            assertThat(waitingBefore).isEqualTo(2);
            assertThat(pass.get()).isEqualTo(new Relay.Pass(2, 0));
        }
    }

    @Test
    void publishesALaneFromOneRelayAtATime() throws Exception {
        // given
        put("m-1");
        CompletableFuture<Object> acknowledgement = new CompletableFuture<>();
        CountDownLatch sending = new CountDownLatch(1);
        Publisher slow = event -> {
            sending.countDown();
            return acknowledgement;
        };

        try (var threads = Executors.newSingleThreadExecutor()) {
            // when
            var first = threads.submit(() -> relay(slow, 10, LONG).pass());
            boolean started = sending.await(10, TimeUnit.SECONDS);
            Relay.Pass second = relay(broker, 10, LONG).pass();
            acknowledgement.complete("acknowledged");

            // then
            assertThat(started).isTrue();
            assertThat(second).isEqualTo(Relay.Pass.IDLE);
            assertThat(broker.taken).isEmpty();
            assertThat(first.get().published()).isEqualTo(1);
        }
    }

    @Test
    void sharesLanesAmongRelays() throws Exception {
        // given
        String other = keyOfAnotherLaneThan("m-1");
        put("m-1");
        put(other);
        CountDownLatch sending = new CountDownLatch(1);
        CompletableFuture<Object> acknowledgement = new CompletableFuture<>();
        Publisher slow = event -> {
            sending.countDown();
            return acknowledgement;
        };

        try (var threads = Executors.newSingleThreadExecutor()) {
            // when
            var first = threads.submit(() -> relay(slow, 10, LONG).pass());
            boolean started = sending.await(10, TimeUnit.SECONDS);
            Relay.Pass second = relay(broker, 10, LONG).pass();
            acknowledgement.complete("acknowledged");

            // then
            assertThat(started).isTrue();
            assertThat(second.published()).isEqualTo(1);
            assertThat(broker.taken(other)).hasSize(1);
            assertThat(first.get().published()).isEqualTo(1);
        }
    }

    @Test
    void publishesAgainWhatACrashLeftInTheOutbox() throws Exception {
        // given
        EventId event = put("m-1").envelope().id();
        Publisher dying = row -> {
            broker.publish(row);
            throw new Crash("after publish");
        };

        // when
        assertThatThrownBy(() -> relay(dying, 10, LONG).pass()).isInstanceOf(Crash.class);
        Await.until("the dead session's lock to end", Duration.ofSeconds(10), () -> relay(broker, 10, LONG)
                .pass()
                .worked());

        // then
        assertThat(broker.taken("m-1")).containsExactly(event, event);
    }

    @Test
    void makesAWriterOfTheSameKeyWaitForTheCommitOfTheOther() throws Exception {
        // given
        try (Connection first = schema.connect();
                Connection second = schema.connect()) {
            first.setAutoCommit(false);
            OutboxTable.insert(first, Events.row("m-1", "first"));
            second.setAutoCommit(false);
            try (var timeout = second.createStatement()) {
                timeout.execute("SET LOCAL lock_timeout = '200ms'");
            }

            // when
            var overtaking = assertThatThrownBy(() -> OutboxTable.insert(second, Events.row("m-1", "second")));

            // then
            overtaking.hasMessageContaining("lock timeout");
            second.rollback();
            OutboxTable.insert(second, Events.row("m-2", "another key does not wait"));
        }
    }

    @Test
    void neverSendsFromTwoThreadsInOneLaneUnderLoad() throws Exception {
        // given
        IntStream.range(0, 40).forEach(key -> putMany("m-" + key, 5));
        Set<Integer> busy = new HashSet<>();
        List<Integer> clashes = new ArrayList<>();
        Publisher watching = row -> {
            int lane = lane(row.envelope().key());
            synchronized (busy) {
                if (!busy.add(lane)) {
                    clashes.add(lane);
                }
            }
            CompletionStage<?> taken = broker.publish(row);
            synchronized (busy) {
                busy.remove(lane);
            }
            return taken;
        };

        // when
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var drained :
                    threads.invokeAll(java.util.Collections.nCopies(3, () -> drain(relay(watching, 7, LONG))))) {
                drained.get();
            }
        }
        drain(relay(watching, 7, LONG));

        // then
        assertThat(clashes).isEmpty();
        assertThat(broker.taken).hasSize(200).doesNotHaveDuplicates();
    }

    private Relay relay(Publisher publisher, int batch, Duration hold) {
        return new Relay(transactions, publisher, batch, hold);
    }

    private static int drain(Relay relay) throws Exception {
        int passes = 0;
        while (relay.pass().worked()) {
            passes++;
        }
        return passes;
    }

    private long waiting() {
        return schema.number("SELECT count(*) FROM outbox_event");
    }

    private OutboxTable.Row put(String key) {
        return put(key, "");
    }

    private OutboxTable.Row put(String key, String reason) {
        OutboxTable.Row row = Events.row(key, reason);
        putAll(List.of(row));
        return row;
    }

    private List<EventId> putMany(String key, int count) {
        List<OutboxTable.Row> rows = IntStream.range(0, count)
                .mapToObj(i -> Events.row(key, Integer.toString(i)))
                .toList();
        putAll(rows);
        return rows.stream().map(row -> row.envelope().id()).toList();
    }

    private void putAll(List<OutboxTable.Row> rows) {
        try {
            transactions.inNew(connection -> {
                for (OutboxTable.Row row : rows) {
                    OutboxTable.insert(connection, row);
                }
                return rows;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lane(String key) {
        return Math.floorMod(key.hashCode(), OutboxTable.LANES);
    }

    private static String keyOfAnotherLaneThan(String key) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "other-" + i)
                .filter(other -> lane(other) != lane(key))
                .findFirst()
                .orElseThrow();
    }
}
