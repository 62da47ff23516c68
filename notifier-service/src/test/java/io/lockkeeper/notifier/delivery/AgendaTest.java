package io.lockkeeper.notifier.delivery;

import io.lockkeeper.notifier.delivery.Agenda.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Budget and order with a clock of our own, over cards that change every second. */
class AgendaTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final TokenBucket.Rate EDITS = TokenBucket.Rate.perMinute(50, 10);
    private static final TokenBucket.Rate POSTS = new TokenBucket.Rate(3, 1);

    private final Agenda agenda = new Agenda(EDITS, POSTS);
    private final TokenBucket noBlock = new TokenBucket(0, Instant.EPOCH, Instant.EPOCH);

    @Test
    void servesPostsThenDecisionsThenRepliesThenProgress() {
        List<Due> due = new ArrayList<>(List.of(
                due(Due.Kind.PROGRESS_EDIT), due(Due.Kind.REPLY), due(Due.Kind.URGENT_EDIT), due(Due.Kind.POST)));
        List<Due.Kind> served = new ArrayList<>();
        while (!due.isEmpty() && agenda.choose(due, full(), START) instanceof Choice.Do(Due next, var after)) {
            served.add(next.kind());
            due.remove(next);
        }
        assertThat(served).containsExactly(Due.Kind.POST, Due.Kind.URGENT_EDIT, Due.Kind.REPLY, Due.Kind.PROGRESS_EDIT);
    }

    @Test
    void editsFortyRunningCardsInTurnAndStillShowsADecisionAtOnce() {
        Map<Integer, Instant> sentAt = new HashMap<>();
        for (int card = 0; card < 40; card++) {
            sentAt.put(card, START);
        }
        TokenBucket edits = TokenBucket.full(EDITS, START);
        List<Instant> calls = new ArrayList<>();
        Duration longestSilence = Duration.ZERO;
        Duration longestDecision = Duration.ZERO;
        Instant decision = null;
        for (Instant now = START; now.isBefore(START.plusSeconds(900)); now = now.plusMillis(200)) {
            if (now.toEpochMilli() % 20_000 == 0) {
                decision = now;
            }
            Map.Entry<Integer, Instant> oldest =
                    sentAt.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
            List<Due> due = new ArrayList<>(List.of(new Due(Due.Kind.PROGRESS_EDIT, "m" + oldest.getKey(), "C", null)));
            if (decision != null) {
                due.add(due(Due.Kind.URGENT_EDIT));
            }
            if (agenda.choose(due, new Agenda.Budgets(edits, noBlock, Map.of()), now)
                    instanceof Choice.Do(Due next, TokenBucket after)) {
                edits = after;
                calls.add(now);
                if (next.kind() == Due.Kind.URGENT_EDIT && decision != null) {
                    longestDecision = longer(longestDecision, Duration.between(decision, now));
                    decision = null;
                } else {
                    longestSilence = longer(longestSilence, Duration.between(oldest.getValue(), now));
                    sentAt.put(oldest.getKey(), now);
                }
            }
        }

        assertThat(mostInAMinute(calls)).isLessThanOrEqualTo(50);
        assertThat(longestDecision).isLessThanOrEqualTo(Duration.ofMillis(200));
        assertThat(longestSilence).isLessThan(Duration.ofSeconds(70));
        assertThat(calls).hasSizeGreaterThan(590);
    }

    @Test
    void waitsForAChannelWithoutHoldingUpAnother() {
        Map<String, TokenBucket> lanes = Map.of("busy", new TokenBucket(0, START, Instant.EPOCH));
        List<Due> due =
                List.of(new Due(Due.Kind.POST, "m1", "busy", null), new Due(Due.Kind.POST, "m2", "quiet", null));

        Choice both = agenda.choose(due, new Agenda.Budgets(noBlock, noBlock, lanes), START);
        Choice one = agenda.choose(due.subList(0, 1), new Agenda.Budgets(noBlock, noBlock, lanes), START);

        assertThat(both)
                .isInstanceOfSatisfying(
                        Choice.Do.class, done -> assertThat(done.due().lane()).isEqualTo("quiet"));
        assertThat(one).isEqualTo(new Choice.Wait(START.plusSeconds(1)));
    }

    @Test
    void postsNothingAnywhereWhileSlackLimitsPosts() {
        TokenBucket limited = noBlock.blocked(START.plusSeconds(5));

        Choice choice =
                agenda.choose(List.of(due(Due.Kind.POST)), new Agenda.Budgets(noBlock, limited, Map.of()), START);

        assertThat(choice).isEqualTo(new Choice.Wait(START.plusSeconds(5)));
    }

    @Test
    void isIdleWithoutWork() {
        assertThat(agenda.choose(List.of(), full(), START)).isEqualTo(new Choice.Idle());
    }

    private static Due due(Due.Kind kind) {
        return new Due(kind, "m", "C0MIGRATE", null);
    }

    private Agenda.Budgets full() {
        return new Agenda.Budgets(TokenBucket.full(EDITS, START), noBlock, Map.of());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static long mostInAMinute(List<Instant> calls) {
        return calls.stream()
                .mapToLong(end -> calls.stream()
                        .filter(call -> !call.isAfter(end) && call.isAfter(end.minusSeconds(60)))
                        .count())
                .max()
                .orElse(0);
    }
}
