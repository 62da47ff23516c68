package io.lockkeeper.progress.intake;

import io.lockkeeper.outbox.Inbox;
import io.lockkeeper.progress.ServiceCase;
import io.lockkeeper.progress.Teller;
import io.lockkeeper.progress.event.MigrationWire;
import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.testbed.Await;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class ExactlyOnceIT extends ServiceCase {

    private final Inbox inbox;
    private final Events events;

    ExactlyOnceIT(Inbox inbox, Events events) {
        this.inbox = inbox;
        this.events = events;
    }

    @Test
    void anEventThatIsDeliveredAgainIsToldOnce() {
        // given
        String migration = newMigration();
        Samples samples = new Samples(migration);
        List<ProducerRecord<String, byte[]>> story = List.of(
                Teller.record(migration, samples.submitted()),
                Teller.record(migration, samples.classified()),
                Teller.record(migration, samples.withdrawn()));

        // when
        story.forEach(teller::send);
        story.forEach(teller::send);
        story.forEach(teller::send);
        teller.send(Teller.record(Topic.MIGRATION, migration, "MigrationLast", new byte[0]));

        // then
        Await.until(
                "the last event",
                SOON,
                () -> number("SELECT count(*) FROM progress.audit_entry WHERE"
                                + " type = 'MigrationLast' AND migration_id = '" + migration + "'")
                        == 1);
        assertThat(count("audit_entry", migration)).isEqualTo(4);
        assertThat(count("timeline_entry", migration)).isEqualTo(4);
        awaitState(migration, "WITHDRAWN");
    }

    @Test
    void manyConsumersAtOnceMakeOneChainWithoutGaps() throws Exception {
        // given: every record reaches several consumers, as after a rebalance
        List<String> migrations = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String migration = newMigration();
            migrations.add(migration);
            records.add(consumed(Teller.record(migration, new Samples(migration).submitted())));
        }
        long before = number("SELECT entries FROM progress.audit_head");

        // when
        try (ExecutorService consumers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> done = new ArrayList<>();
            for (int consumer = 0; consumer < 4; consumer++) {
                for (ConsumerRecord<String, byte[]> record : records) {
                    done.add(consumers.submit(() -> inbox.receive(
                            record, (envelope, value) -> events.accept(envelope, value, MigrationWire.read(value)))));
                }
            }
            for (Future<?> one : done) {
                one.get();
            }
        }

        // then
        assertThat(migrations).allSatisfy(migration -> {
            assertThat(count("audit_entry", migration)).isEqualTo(1);
            assertThat(count("timeline_entry", migration)).isEqualTo(1);
        });
        assertThat(number("SELECT entries FROM progress.audit_head")).isEqualTo(before + 40);
        assertThat(reader().get("/v1/audit/verification").jsonPath().getBoolean("intact"))
                .isTrue();
    }

    @Test
    void anEventThatContradictsItsEnvelopeIsDeadAndTheNextGoesOn() {
        // given
        String migration = newMigration();
        Samples samples = new Samples(migration);
        Samples other = new Samples(newMigration());

        // when
        teller.send(Teller.record(migration, other.submitted()));
        teller.send(Teller.record(
                Topic.MIGRATION,
                migration,
                "MigrationWithdrawn",
                samples.submitted().toByteArray()));
        teller.send(Teller.record(Topic.MIGRATION, migration, "MigrationSubmitted", new byte[] {1, 2, 3}));
        teller.tell(migration, samples.submitted());

        // then
        awaitState(migration, "SUBMITTED");
        assertThat(count("audit_entry", migration)).isEqualTo(1);
    }

    @Test
    void anEventOfANewerServiceIsKeptAndChangesNothing() {
        // given
        String migration = newMigration();
        teller.tell(migration, new Samples(migration).submitted());

        // when: field 99 of the oneof, which nobody knows yet
        teller.send(Teller.record(Topic.MIGRATION, migration, "MigrationFrobbed", new byte[] {(byte) 0x9a, 0x06, 0}));

        // then
        Await.until("both entries", SOON, () -> count("audit_entry", migration) == 2);
        awaitState(migration, "SUBMITTED");
        assertThat(reader().get("/v1/migrations/" + migration + "/timeline")
                        .body()
                        .asString())
                .contains("A newer service told of MigrationFrobbed");
    }

    private static ConsumerRecord<String, byte[]> consumed(ProducerRecord<String, byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    private static long count(String table, String migration) {
        return number("SELECT count(*) FROM progress." + table + " WHERE migration_id = '" + migration + "'");
    }
}
