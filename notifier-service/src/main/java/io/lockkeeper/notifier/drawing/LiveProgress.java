package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.RunFacet;
import io.lockkeeper.notifier.card.SnapshotFacet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a running migration is doing right now, and how old that knowledge is. */
final class LiveProgress {

    private static final int BAR = 20;
    private static final int WORDS = 150;
    private static final int MOST_REPLICAS = 5;
    /** Without news for this long a card says so; samples normally come every second or few. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private LiveProgress() {}

    static String mrkdwn(Facets facets, Instant now) {
        CardState state = facets.state();
        RunFacet run = facets.run();
        Optional<SnapshotFacet> snapshot = facets.liveSnapshot();
        List<String> lines = new ArrayList<>();
        lines.add(state.glyph() + " *" + state.words() + "*" + where(run, snapshot));
        if (!run.reason().isBlank()) {
            lines.add("Reason: " + Mrkdwn.text(run.reason(), 2 * WORDS));
        }
        snapshot.ifPresentOrElse(s -> numbers(s, lines), () -> lines.add("No measurement yet."));
        lines.add("Running for " + Human.duration(elapsed(run, snapshot, now)));
        age(run, snapshot, now).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    /** {@code  · statement 2 of 5 · building index}. */
    private static String where(RunFacet run, Optional<SnapshotFacet> snapshot) {
        StringBuilder where = new StringBuilder();
        int of = run.statements() > 0
                ? run.statements()
                : snapshot.map(SnapshotFacet::statements).orElse(0);
        if (of > 0) {
            int at = snapshot.map(SnapshotFacet::statementIndex).orElse(run.statementsDone());
            where.append(" · statement ")
                    .append(Math.min(at + 1, of))
                    .append(" of ")
                    .append(of);
        }
        String phase = Mrkdwn.text(run.phase(), WORDS);
        // The executor names plain statements by number as well; said once is enough.
        if (!phase.isEmpty() && !(of > 0 && phase.startsWith("statement "))) {
            where.append(" · ").append(phase);
        }
        snapshot.map(s -> Mrkdwn.text(s.activity(), WORDS))
                .filter(activity -> !activity.isEmpty())
                .ifPresent(activity -> where.append(" · ").append(activity));
        return where.toString();
    }

    private static void numbers(SnapshotFacet snapshot, List<String> lines) {
        String unit = Mrkdwn.text(snapshot.unit(), 20);
        if (snapshot.percent() >= 0) {
            lines.add("`" + bar(snapshot.percent()) + "` " + percent(snapshot.percent()));
        }
        List<String> facts = new ArrayList<>();
        if (snapshot.total() > 0) {
            facts.add(Human.count(snapshot.done()) + " / " + Human.count(snapshot.total()) + " " + unit);
        } else if (snapshot.done() > 0) {
            facts.add(Human.count(snapshot.done()) + " " + unit);
        }
        if (snapshot.rate() > 0) {
            facts.add((Human.number(snapshot.rate()) + " " + unit).strip() + "/s");
        }
        facts.add(
                snapshot.etaSeconds() < 0
                        ? "ETA unknown"
                        : "ETA " + Human.duration(Duration.ofSeconds(snapshot.etaSeconds())));
        lines.add(String.join(" · ", facts));
        if (!snapshot.waitingFor().isBlank()) {
            lines.add("⏳ Waiting for " + Mrkdwn.text(snapshot.waitingFor(), WORDS));
        }
        if (snapshot.blockedSessions() > 0) {
            lines.add("🚧 " + Human.count(snapshot.blockedSessions(), "session is", "sessions are")
                    + " blocked by this run");
        }
        snapshot.replicas().stream()
                .limit(MOST_REPLICAS)
                .forEach(lag -> lines.add("Replica " + Mrkdwn.code(lag.replica(), 60) + " lags "
                        + Human.number(lag.seconds()) + " s, read " + Mrkdwn.moment(lag.readAt())));
    }

    /** Floored, so that 100 % is shown only when all is done. */
    static String percent(double percent) {
        double bounded = Math.min(100, percent);
        return bounded < 10 ? Math.floor(bounded * 10) / 10 + " %" : (int) Math.floor(bounded) + " %";
    }

    static String bar(double percent) {
        int filled = (int) Math.floor(Math.min(100, Math.max(0, percent)) / 100 * BAR);
        return "▓".repeat(filled) + "░".repeat(BAR - filled);
    }

    private static Duration elapsed(RunFacet run, Optional<SnapshotFacet> snapshot, Instant now) {
        Instant started = run.startedAt();
        Duration measured =
                Duration.ofSeconds(snapshot.map(SnapshotFacet::elapsedSeconds).orElse(0L));
        Duration clock = started == null ? Duration.ZERO : Duration.between(started, now);
        return clock.compareTo(measured) > 0 ? clock : measured;
    }

    /** An old number must not look like a fresh one. */
    private static Optional<String> age(RunFacet run, Optional<SnapshotFacet> snapshot, Instant now) {
        Instant heard = snapshot.map(SnapshotFacet::at).orElse(run.at());
        Duration silence = Duration.between(heard, now);
        return silence.compareTo(QUIET) < 0
                ? Optional.empty()
                : Optional.of("⚠️ Nothing heard from the run for " + Human.duration(silence));
    }
}
