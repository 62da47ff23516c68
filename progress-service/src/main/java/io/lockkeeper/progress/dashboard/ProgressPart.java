package io.lockkeeper.progress.dashboard;

import io.lockkeeper.progress.migration.Migration;
import io.lockkeeper.progress.migration.State;
import io.lockkeeper.progress.snapshot.Snapshot;
import java.util.Locale;

/**
 * Live progress, or the last that was seen of it.
 *
 * @param known whether the server gives a total, so that a bar can be drawn
 * @param warning why it does not move; empty when it does
 */
public record ProgressPart(
        boolean live,
        boolean known,
        String percent,
        String value,
        String statement,
        String activity,
        String amount,
        String rate,
        String eta,
        String elapsed,
        int blockedSessions,
        String warning,
        String at) {

    static ProgressPart of(Migration migration, Snapshot snapshot) {
        boolean live = migration.state() == State.RUNNING;
        boolean known = snapshot.percent() >= 0;
        String unit = snapshot.unit().isBlank() ? "" : " " + snapshot.unit();
        return new ProgressPart(
                live,
                known,
                known ? String.format(Locale.ROOT, "%.1f %%", snapshot.percent()) : "no total",
                String.format(Locale.ROOT, "%.2f", Math.max(0, snapshot.percent())),
                "statement " + (snapshot.statementIndex() + 1)
                        + (snapshot.statements() > 0 ? " of " + snapshot.statements() : ""),
                Words.text(snapshot.activity()),
                snapshot.total() > 0
                        ? Words.count(snapshot.done()) + " of " + Words.count(snapshot.total()) + unit
                        : Words.count(snapshot.done()) + unit,
                snapshot.rate() > 0 ? Words.count(Math.round(snapshot.rate())) + unit + "/s" : Words.NONE,
                live ? Words.duration(snapshot.etaSeconds()) : Words.NONE,
                Words.duration(snapshot.elapsedSeconds()),
                snapshot.blockedSessions(),
                live ? warning(snapshot) : "",
                Words.time(snapshot.at()));
    }

    private static String warning(Snapshot snapshot) {
        String waiting = snapshot.waitingFor().isBlank() ? "" : "Waits for " + snapshot.waitingFor() + ".";
        return snapshot.stalled() ? ("STALLED: nothing moved for more than 30 s. " + waiting).strip() : waiting;
    }
}
