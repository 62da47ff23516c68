package io.lockkeeper.progress.snapshot;

import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RunProgressTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final RunProgress NEW = RunProgress.of(new MigrationId("m-1"), new RunId("r-1"));

    @Test
    void saysPercentRateEtaAndElapsed() {
        // given
        RunProgress progress = NEW.started(2, START).with(scan(1, 0, 0)).with(scan(2, 10, 250));

        // when
        Snapshot snapshot = progress.snapshot(at(10));

        // then
        assertThat(snapshot.percent()).isCloseTo(25.0, within(1e-9));
        assertThat(snapshot.rate()).isCloseTo(25.0, within(1e-9));
        assertThat(snapshot.etaSeconds()).isEqualTo(30);
        assertThat(snapshot.elapsedSeconds()).isEqualTo(10);
        assertThat(snapshot.statements()).isEqualTo(2);
        assertThat(snapshot.stalled()).isFalse();
    }

    @Test
    void saysUnknownWhereTheServerGivesNoTotal() {
        // given
        RunProgress progress = NEW.with(sample(1, 0, "altering", 0, 0)).with(sample(2, 5, "altering", 0, 0));

        // when
        Snapshot snapshot = progress.snapshot(at(5));

        // then
        assertThat(snapshot.percent()).isEqualTo(-1);
        assertThat(snapshot.etaSeconds()).isEqualTo(-1);
    }

    @Test
    void neverExceedsAHundredPercent() {
        assertThat(NEW.with(scan(1, 0, 1200)).snapshot(at(0)).percent()).isEqualTo(100);
    }

    @Test
    void aSecondOrLateSampleChangesNothing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        // given
        List<Sample> inOrder = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            inOrder.add(scan(i, i, 40L * i));
        }
        RunProgress expected = NEW;
        for (Sample sample : inOrder) {
            expected = expected.with(sample);
        }

        for (int round = 0; round < 200; round++) {
            // when
            RunProgress progress = NEW;
            for (int i = 0; i < inOrder.size(); i++) {
                progress = progress.with(inOrder.get(i));
                for (int again = random.nextInt(3); again > 0; again--) {
                    progress = progress.with(inOrder.get(random.nextInt(i + 1)));
                }
            }

            // then
            assertThat(progress).as("seed %d, round %d", seed, round).isEqualTo(expected);
        }
    }

    @Test
    void anExecutorThatTookOverMayCountAnew() {
        // given
        RunProgress progress = NEW.with(scan(900, 10, 400));

        // when
        RunProgress takenOver = progress.with(scan(1, 20, 500));

        // then
        assertThat(takenOver.snapshot(at(20)).done()).isEqualTo(500);
    }

    @Test
    void whatComesAfterTheEndChangesNothing() {
        // given
        RunProgress ended = NEW.started(1, START).with(scan(1, 1, 10)).end();

        // when
        RunProgress later = ended.with(scan(2, 2, 20)).started(1, at(3)).paused(true, at(4));

        // then
        assertThat(later).isEqualTo(ended);
        assertThat(later.due(at(500))).isFalse();
    }

    @Test
    void anEndThatArrivesFirstKeepsTheRunSilent() {
        assertThat(NEW.end().started(1, START).with(scan(1, 1, 10)).live()).isFalse();
    }

    @Test
    void owesASnapshotAtOnceThenOnceASecondAndAtOnceOnATurn() {
        // given
        RunProgress first = NEW.with(scan(1, 0, 0));
        RunProgress published = publish(first, at(0));

        // then
        assertThat(first.due(at(0))).isTrue();
        assertThat(published.due(at(0))).isFalse();
        assertThat(published.with(scan(2, 0, 10)).due(START.plusMillis(400))).isFalse();
        assertThat(published.with(scan(2, 0, 10)).due(at(1))).isTrue();
        assertThat(published.with(sample(2, 0, "index: sorting", 0, 0)).due(START.plusMillis(10)))
                .isTrue();
    }

    @Test
    void isNeverSilentForTwentySecondsAndSaysStalledAfterThirty() {
        // given
        RunProgress progress = publish(NEW.started(1, START).with(scan(1, 0, 10)), at(0));

        // then
        assertThat(progress.due(at(19))).isFalse();
        assertThat(progress.due(at(20))).isTrue();
        assertThat(progress.snapshot(at(30)).stalled()).isFalse();
        assertThat(progress.snapshot(at(31)).stalled()).isTrue();
        assertThat(progress.snapshot(at(31)).etaSeconds()).isEqualTo(-1);
    }

    @Test
    void turningStalledIsNews() {
        // given
        RunProgress progress = publish(NEW.started(1, START).with(scan(1, 0, 10)), at(29));

        // then
        assertThat(progress.due(at(30))).isFalse();
        assertThat(progress.due(at(31))).isTrue();
    }

    @Test
    void samplesWhoseNumbersStandStillAreAStall() {
        // given
        RunProgress progress = NEW;
        for (int second = 0; second <= 31; second++) {
            progress = progress.with(scan(second + 1, second, 10));
        }

        // then
        assertThat(progress.stalled(at(31))).isTrue();
    }

    @Test
    void samplesWithoutNumbersAreNoStallWhileTheyComeUnlessTheyWait() {
        // given
        RunProgress progress = NEW;
        RunProgress waiting = NEW;
        for (int second = 0; second <= 100; second++) {
            progress = progress.with(sample(second + 1, second, "altering", 0, 0));
            String lock = second < 60 ? "" : "lock on orders held by pid 4711";
            waiting = waiting.with(new Sample(second + 1, 0, 1, "altering", 0, 0, "", 0, lock, at(second)));
        }

        // then
        assertThat(progress.stalled(at(100))).isFalse();
        assertThat(progress.stalled(at(131))).isTrue();
        assertThat(waiting.stalled(at(90))).isFalse();
        assertThat(waiting.stalled(at(91))).isTrue();
    }

    @Test
    void aPausedRunIsNotStalled() {
        // given
        RunProgress paused = NEW.started(1, START).with(scan(1, 1, 10)).paused(true, at(2));

        // when
        RunProgress resumed = paused.paused(false, at(500));

        // then
        assertThat(paused.stalled(at(499))).isFalse();
        assertThat(resumed.stalled(at(510))).isTrue();
    }

    private static RunProgress publish(RunProgress progress, Instant now) {
        return progress.published(progress.snapshot(now));
    }

    private static Sample scan(long sequence, long second, long done) {
        return sample(sequence, second, "index: scanning", done, 1000);
    }

    private static Sample sample(long sequence, long second, String activity, long done, long total) {
        return new Sample(sequence, 0, 0, activity, done, total, "blocks", 0, "", at(second));
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }
}
