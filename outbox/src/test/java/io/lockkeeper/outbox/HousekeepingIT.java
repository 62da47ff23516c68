package io.lockkeeper.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HousekeepingIT {

    private final Schema schema = Schema.create();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final JdbcTransactions transactions = new JdbcTransactions(schema.source());
    private final Housekeeping housekeeping = new Housekeeping(transactions, Settings.RISK, metrics);

    @Test
    void forgetsWhatIsOlderThanTheRetentionAndKeepsTheRest() throws Exception {
        // given
        received(Housekeeping.BATCH * 2 + 500, "31 days");
        received(700, "29 days");

        // when
        housekeeping.cleanUp();

        // then
        assertThat(schema.number("SELECT count(*) FROM inbox_event")).isEqualTo(700);
    }

    @Test
    void deletesSmallBatchesByTheIndex() throws Exception {
        // given
        received(5_000, "31 days");

        // when
        int deleted = transactions.inNew(
                connection -> InboxTable.deleteOlderThan(connection, Duration.ofDays(30), Housekeeping.BATCH));

        // then
        assertThat(deleted).isEqualTo(Housekeeping.BATCH);
        schema.execute("ANALYZE inbox_event");
        assertThat(String.join("\n", schema.rows("""
                EXPLAIN DELETE FROM inbox_event WHERE id = ANY (ARRAY (
                    SELECT id FROM inbox_event WHERE received_at < now() - make_interval(secs => 2592000)
                    ORDER BY received_at LIMIT 1000 FOR UPDATE SKIP LOCKED))"""))).doesNotContain("Seq Scan");
    }

    @Test
    void measuresHowMuchWaitsAndSinceWhen() throws Exception {
        // given
        for (String age : new String[] {"1 hour", "2 hours"}) {
            OutboxTable.Row row = Events.row("m-" + age, "");
            transactions.inNew(connection -> {
                OutboxTable.insert(connection, row);
                return row;
            });
            schema.execute("UPDATE outbox_event SET occurred_at = now() - interval '" + age
                    + "' WHERE aggregateid = 'm-" + age + "'");
        }

        // when
        housekeeping.measure();

        // then
        assertThat(gauge("lockkeeper.outbox.backlog")).isEqualTo(2);
        assertThat(gauge("lockkeeper.outbox.oldest.age")).isBetween(7200.0, 7300.0);
    }

    @Test
    void measuresNothingInAnEmptyOutbox() throws Exception {
        housekeeping.measure();
        assertThat(gauge("lockkeeper.outbox.backlog")).isZero();
        assertThat(gauge("lockkeeper.outbox.oldest.age")).isZero();
    }

    @Test
    void refusesToStartWithARetentionShorterThanKafkas() {
        // given
        Settings short14 = new Settings("risk-service", TopicProvisioner.RETENTION);
        Housekeeping forgetful = new Housekeeping(transactions, short14, new SimpleMeterRegistry());

        // when
        var refused = assertThatThrownBy(() -> forgetful.start(new StartupEvent()));

        // then
        refused.hasMessageContaining("lockkeeper.inbox.retention").hasMessageContaining("applied twice");
    }

    private void received(int events, String ago) {
        schema.execute("INSERT INTO inbox_event SELECT gen_random_uuid(), 'T', now() - interval '" + ago
                + "' FROM generate_series(1, " + events + ")");
    }

    private double gauge(String name) {
        return Objects.requireNonNull(metrics.find(name).gauge()).value();
    }
}
