package io.lockkeeper.notifier.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Decides what is brought to Slack next. Pure: what is due and what is left of the budgets in, one choice out. */
final class Agenda {

    private final TokenBucket.Rate edits;
    private final TokenBucket.Rate posts;
    private final double reserve;

    /** Half of the edits' burst is kept back from progress, so that a decision or an end never waits for numbers. */
    Agenda(TokenBucket.Rate edits, TokenBucket.Rate posts) {
        this.edits = edits;
        this.posts = posts;
        this.reserve = Math.floor(edits.burst() / 2);
    }

    /** The budgets at one moment. A lane without an entry has a full one. */
    record Budgets(TokenBucket edits, TokenBucket allPosts, Map<String, TokenBucket> posts) {}

    sealed interface Choice {

        /** Do this, and pay with this bucket. */
        record Do(Due due, TokenBucket after) implements Choice {}

        /** Nothing can be done before {@code until}. */
        record Wait(Instant until) implements Choice {}

        /** Nothing is due. */
        record Idle() implements Choice {}
    }

    Choice choose(List<Due> due, Budgets budgets, Instant now) {
        Instant earliest = Instant.MAX;
        for (Due next : due.stream().sorted(Comparator.comparing(Due::kind)).toList()) {
            TokenBucket bucket = bucket(next, budgets, now);
            TokenBucket.Rate rate = next.kind().edits() ? edits : posts;
            double kept = next.kind() == Due.Kind.PROGRESS_EDIT ? reserve : 0;
            var taken = bucket.take(rate, kept, now);
            if (taken.isPresent()) {
                return new Choice.Do(next, taken.get());
            }
            Instant ready = bucket.readyAt(rate, kept, now);
            earliest = ready.isBefore(earliest) ? ready : earliest;
        }
        return earliest.equals(Instant.MAX) ? new Choice.Idle() : new Choice.Wait(earliest);
    }

    double editsLeft(TokenBucket bucket, Instant now) {
        return bucket.left(edits, now);
    }

    private TokenBucket bucket(Due due, Budgets budgets, Instant now) {
        if (due.kind().edits()) {
            return budgets.edits();
        }
        TokenBucket lane = budgets.posts().getOrDefault(due.lane(), TokenBucket.full(posts, now));
        Instant allBlocked = budgets.allPosts().blockedUntil();
        return allBlocked.isAfter(lane.blockedUntil())
                ? new TokenBucket(lane.tokens(), lane.refilledAt(), allBlocked)
                : lane;
    }
}
