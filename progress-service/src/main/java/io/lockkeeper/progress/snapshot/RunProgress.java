package io.lockkeeper.progress.snapshot;

import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.RunId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run's progress. Pure: every verb takes the time it needs and returns the next value.
 *
 * <p>Samples may come twice, late or before the run's start: a sample that is not newer than the last one changes nothing,
 * and after the end nothing changes at all.
 *
 * @param startedAt when the run started, or the first sample until that is heard; null before either
 * @param sample the newest sample; null before the first
 * @param smoothing of the part that runs now
 * @param movedAt when something last moved: a count, the statement, the activity
 * @param heardAt when a sample last came
 * @param published the last snapshot; null before the first
 * @param changed whether anything came since the last snapshot
 * @param turned whether statement or activity changed since the last snapshot, which people see at once
 */
record RunProgress(
        MigrationId migration,
        RunId run,
        @Nullable Instant startedAt,
        int statements,
        @Nullable Sample sample,
        @Nullable Smoothing smoothing,
        @Nullable Instant movedAt,
        @Nullable Instant heardAt,
        boolean paused,
        boolean ended,
        boolean changed,
        boolean turned,
        @Nullable Snapshot published) {

    /** Not more often than this, unless the statement or the activity changed. */
    static final Duration LEAST_INTERVAL = Duration.ofSeconds(1);
    /** At least this often while the run is live, whether or not a sample came. */
    static final Duration MOST_INTERVAL = Duration.ofSeconds(20);
    /** Nothing moved for longer than this: stalled. */
    static final Duration STALLED_AFTER = Duration.ofSeconds(30);

    static RunProgress of(MigrationId migration, RunId run) {
        return new RunProgress(migration, run, null, 0, null, null, null, null, false, false, false, false, null);
    }

    RunProgress started(int count, Instant at) {
        if (ended) {
            return this;
        }
        Instant moved = movedAt == null || movedAt.isBefore(at) ? at : movedAt;
        return new RunProgress(
                migration, run, at, count, sample, smoothing, moved, heardAt, false, false, true, true, published);
    }

    RunProgress paused(boolean now, Instant at) {
        if (ended) {
            return this;
        }
        // A pause is not a stall: what follows it is measured afresh.
        Smoothing afresh = sample == null ? null : Smoothing.startingAt(sample.done(), at);
        return new RunProgress(
                migration, run, startedAt, statements, sample, afresh, at, heardAt, now, false, true, true, published);
    }

    RunProgress end() {
        return new RunProgress(
                migration,
                run,
                startedAt,
                statements,
                sample,
                smoothing,
                movedAt,
                heardAt,
                false,
                true,
                false,
                false,
                published);
    }

    RunProgress with(Sample next) {
        if (ended || !isNewer(next)) {
            return this;
        }
        boolean turn = isTurn(next);
        // To begin to wait is a change too: the time without movement counts from there.
        boolean moves = turn
                || sample == null
                || sample.done() != next.done()
                || sample.waitingFor().isEmpty() != next.waitingFor().isEmpty();
        Smoothing smoothed = turn || smoothing == null
                ? Smoothing.startingAt(next.done(), next.at())
                : smoothing.measured(next.done(), next.at());
        return new RunProgress(
                migration,
                run,
                startedAt == null ? next.at() : startedAt,
                next.statements() > 0 ? next.statements() : statements,
                next,
                smoothed,
                moves || movedAt == null ? next.at() : movedAt,
                next.at(),
                paused,
                false,
                true,
                turned || turn,
                published);
    }

    /** Whether a snapshot is owed at {@code now}. */
    boolean due(Instant now) {
        if (!live()) {
            return false;
        }
        if (published == null || turned) {
            return true;
        }
        Duration since = Duration.between(published.at(), now);
        boolean news = changed || published.stalled() != stalled(now);
        return since.compareTo(MOST_INTERVAL) >= 0 || (news && since.compareTo(LEAST_INTERVAL) >= 0);
    }

    /** A run is live from its start, or its first sample, to its end. */
    boolean live() {
        return startedAt != null && !ended;
    }

    /** The smoothed state at {@code now}. */
    Snapshot snapshot(Instant now) {
        Sample last = sample == null ? new Sample(0, 0, statements, "starting", 0, 0, "", 0, "", now) : sample;
        double rate = smoothing == null ? 0 : smoothing.rate();
        boolean stalled = stalled(now);
        return new Snapshot(
                migration,
                run,
                last.statementIndex(),
                statements,
                last.activity(),
                last.done(),
                last.total(),
                last.unit(),
                percent(last),
                rate,
                stalled ? -1 : eta(last, rate),
                startedAt == null
                        ? 0
                        : Math.max(0, Duration.between(startedAt, now).toSeconds()),
                last.blockedSessions(),
                last.waitingFor(),
                stalled,
                now);
    }

    RunProgress published(Snapshot snapshot) {
        return new RunProgress(
                migration,
                run,
                startedAt,
                statements,
                sample,
                smoothing,
                movedAt,
                heardAt,
                paused,
                ended,
                false,
                false,
                snapshot);
    }

    /**
     * It should move and does not: no sample at all, or samples whose numbers stand still, or that wait for a lock. Where the
     * server gives no numbers, samples that keep coming are all the movement there is to see.
     */
    boolean stalled(Instant now) {
        if (paused || movedAt == null) {
            return false;
        }
        if (sample == null || heardAt == null) {
            return longAgo(movedAt, now);
        }
        boolean shouldMove =
                sample.total() > 0 || sample.done() > 0 || !sample.waitingFor().isEmpty();
        return longAgo(heardAt, now) || (shouldMove && longAgo(movedAt, now));
    }

    private static boolean longAgo(Instant then, Instant now) {
        return Duration.between(then, now).compareTo(STALLED_AFTER) > 0;
    }

    /** By sequence; an executor that took a run over may count anew, which its later time tells. */
    private boolean isNewer(Sample next) {
        return sample == null
                || next.sequence() > sample.sequence()
                || next.at().isAfter(sample.at());
    }

    private boolean isTurn(Sample next) {
        return sample == null
                || sample.statementIndex() != next.statementIndex()
                || !sample.activity().equals(next.activity())
                || !sample.unit().equals(next.unit());
    }

    private static double percent(Sample sample) {
        return sample.total() <= 0 ? -1 : Math.clamp(100.0 * sample.done() / sample.total(), 0, 100);
    }

    private static long eta(Sample sample, double rate) {
        if (sample.total() <= 0 || rate <= 0) {
            return -1;
        }
        double seconds = Math.max(0, sample.total() - sample.done()) / rate;
        return seconds > Duration.ofDays(365).toSeconds() ? -1 : Math.round(seconds);
    }
}
