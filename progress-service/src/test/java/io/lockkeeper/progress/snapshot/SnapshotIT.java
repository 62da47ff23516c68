package io.lockkeeper.progress.snapshot;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.lockkeeper.progress.MovableClock;
import io.lockkeeper.progress.ServiceCase;
import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ProgressEvent;
import io.lockkeeper.proto.v1.ProgressSampled;
import io.lockkeeper.proto.v1.SnapshotEvent;
import io.lockkeeper.proto.v1.SnapshotTaken;
import io.lockkeeper.testbed.Testbed;
import io.lockkeeper.testbed.TopicTap;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class SnapshotIT extends ServiceCase {

    @Inject
    MovableClock clock;

    @Test
    void aLiveRunIsShownAtOnceAndSaidToStallWhenNothingMoves() {
        String migration = newMigration();
        Samples samples = new Samples(migration);
        try (TopicTap tap = TopicTap.on(Testbed.shared().kafka(), Topic.SNAPSHOT.kafkaName())) {
            // given
            teller.tell(migration, samples.queued(), samples.started());
            Instant now = clock.instant();
            teller.tell(
                    "run-of-" + migration,
                    sampled(migration, 1, now.minusSeconds(2), 0),
                    sampled(migration, 2, now, 500));

            // when
            SnapshotTaken moving = await(tap, migration, taken -> taken.getDone() == 500);

            // then
            assertThat(moving.getPercent()).isEqualTo(50.0);
            assertThat(moving.getRate()).isEqualTo(250.0);
            assertThat(moving.getEtaSeconds()).isEqualTo(2);
            assertThat(moving.getStalled()).isFalse();
            assertThat(moving.getActivity()).isEqualTo("building index: scanning table");

            // when: time passes and no sample comes
            clock.advance(Duration.ofSeconds(20));
            int before = snapshots(tap, migration).size();
            await(
                    tap,
                    migration,
                    taken -> taken.getAt().getSeconds() >= moving.getAt().getSeconds() + 20);
            clock.advance(Duration.ofSeconds(15));

            // then
            SnapshotTaken stalled = await(tap, migration, SnapshotTaken::getStalled);
            assertThat(stalled.getEtaSeconds()).isEqualTo(-1);
            assertThat(snapshots(tap, migration).size()).isGreaterThan(before);

            // when: the run ends
            teller.tell(migration, samples.succeeded());
            awaitState(migration, "SUCCEEDED");

            // then
            assertThat(number("SELECT count(*) FROM progress.run_progress WHERE live AND migration_id = '" + migration
                            + "'"))
                    .isZero();
            assertThat(reader().get("/v1/migrations/" + migration).jsonPath().getDouble("snapshot.percent"))
                    .isEqualTo(50.0);
        }
    }

    private static ProgressEvent sampled(String migration, long sequence, Instant at, long done) {
        return ProgressEvent.newBuilder()
                .setSampled(ProgressSampled.newBuilder()
                        .setMigrationId(migration)
                        .setRunId("run-of-" + migration)
                        .setSequence(sequence)
                        .setStatements(2)
                        .setActivity("building index: scanning table")
                        .setDone(done)
                        .setTotal(1000)
                        .setUnit("blocks")
                        .setAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond())))
                .build();
    }

    private static SnapshotTaken await(TopicTap tap, String migration, Predicate<SnapshotTaken> wanted) {
        return taken(tap.await(
                "a snapshot of " + migration,
                SOON,
                record -> record.key().equals(migration) && wanted.test(taken(record))));
    }

    private static List<SnapshotTaken> snapshots(TopicTap tap, String migration) {
        return tap.records(migration).stream().map(SnapshotIT::taken).toList();
    }

    private static SnapshotTaken taken(ConsumerRecord<String, byte[]> record) {
        try {
            return SnapshotEvent.parseFrom(record.value()).getTaken();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
