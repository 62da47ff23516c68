package io.lockkeeper.progress.migration;

import com.google.protobuf.Message;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.Samples;
import io.lockkeeper.progress.event.Tellings;
import io.lockkeeper.progress.event.Told;
import io.lockkeeper.proto.v1.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationTest {

    private static final Samples S = new Samples("m-1");
    private static final MigrationId ID = new MigrationId("m-1");

    /** What each topic says, and where it leads. */
    record Story(String name, List<Message> intake, List<Message> approval, List<Message> run, State end) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Story> stories() {
        List<Message> asked = List.of(S.submitted(), S.classified());
        List<Message> granted = List.of(
                S.requested(), S.decisionRefused(), S.recorded(Verdict.VERDICT_APPROVE), S.approved(), S.granted());
        return Stream.of(
                new Story("submitted", List.of(S.submitted()), List.of(), List.of(), State.SUBMITTED),
                new Story("classified", asked, List.of(), List.of(), State.CLASSIFIED),
                new Story("awaiting", asked, List.of(S.requested()), List.of(), State.AWAITING_APPROVAL),
                new Story(
                        "approved",
                        asked,
                        List.of(S.requested(), S.recorded(Verdict.VERDICT_APPROVE), S.approved()),
                        List.of(),
                        State.APPROVED),
                new Story("held", asked, List.of(S.requested(), S.approved(), S.held()), List.of(), State.HELD),
                new Story("granted", asked, granted, List.of(), State.GRANTED),
                new Story(
                        "revoked",
                        asked,
                        List.of(S.requested(), S.approved(), S.granted(), S.revoked()),
                        List.of(),
                        State.APPROVED),
                new Story("queued", asked, granted, List.of(S.queued()), State.QUEUED),
                new Story("running", asked, granted, List.of(S.queued(), S.started(), S.phase()), State.RUNNING),
                new Story(
                        "succeeded",
                        asked,
                        granted,
                        List.of(S.queued(), S.started(), S.phase(), S.succeeded(), S.hookFinished()),
                        State.SUCCEEDED),
                new Story("failed", asked, granted, List.of(S.queued(), S.started(), S.failed()), State.FAILED),
                new Story("refused to run", asked, granted, List.of(S.queued(), S.failed()), State.FAILED),
                new Story(
                        "aborted",
                        asked,
                        List.of(S.requested(), S.approved(), S.granted(), S.controlRequested()),
                        List.of(S.queued(), S.started(), S.paused(), S.aborted()),
                        State.ABORTED),
                new Story(
                        "unknown outcome",
                        asked,
                        granted,
                        List.of(S.queued(), S.started(), S.outcomeUnknown()),
                        State.OUTCOME_UNKNOWN),
                new Story(
                        "unknown outcome that a person resolved",
                        asked,
                        granted,
                        List.of(S.queued(), S.started(), S.outcomeUnknown(), S.succeeded()),
                        State.SUCCEEDED),
                new Story(
                        "rejected",
                        asked,
                        List.of(S.requested(), S.recorded(Verdict.VERDICT_REJECT), S.rejected()),
                        List.of(),
                        State.REJECTED),
                new Story("expired", asked, List.of(S.requested(), S.expired()), List.of(), State.EXPIRED),
                new Story(
                        "withdrawn",
                        List.of(S.submitted(), S.classified(), S.withdrawn()),
                        List.of(S.requested()),
                        List.of(),
                        State.WITHDRAWN),
                new Story(
                        "withdrawn while queued",
                        List.of(S.submitted(), S.classified(), S.withdrawn()),
                        granted,
                        List.of(S.queued()),
                        State.WITHDRAWN));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyArrivalOrderLeadsToTheSameMigration(Story story) {
        // given
        List<List<Told>> topics = tell(story);
        Set<Migration> ends = new HashSet<>();

        // when
        interleave(topics, new int[3], null, ends);

        // then
        assertThat(ends).hasSize(1);
        assertThat(ends.iterator().next().state()).isEqualTo(story.end());
    }

    @Test
    void anEndOnceSeenNeverChangesWhateverComesLater() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Story> ended = stories().filter(story -> story.end().isEnd()).toList();
        for (int round = 0; round < 2000; round++) {
            // given
            Story story = ended.get(random.nextInt(ended.size()));
            List<Told> arrival = shuffled(tell(story), random);
            List<Told> again = new ArrayList<>(arrival);
            again.addAll(arrival);
            Migration migration = Migration.unheard(ID, Samples.NINE);
            State seenEnd = null;

            for (Told told : again) {
                // when
                migration = migration.with(told);

                // then
                if (seenEnd != null) {
                    assertThat(migration.state())
                            .as("story %s, seed %d, round %d", story, seed, round)
                            .isEqualTo(seenEnd);
                }
                seenEnd = migration.state().isEnd() ? migration.state() : seenEnd;
            }
            assertThat(seenEnd).isEqualTo(story.end());
        }
    }

    @Test
    void theStateIsDefinedForEveryCombinationOfFacets() {
        for (IntakeFacet.Stage intake : IntakeFacet.Stage.values()) {
            for (ApprovalFacet.Stage approval : ApprovalFacet.Stage.values()) {
                for (RunFacet.Stage run : RunFacet.Stage.values()) {
                    Migration migration = new Migration(
                            ID,
                            new IntakeFacet(intake, null, null, null, null),
                            new ApprovalFacet(approval, 0, 0, "", null, List.of(), null, null, null),
                            new RunFacet(run, "r", "", false, 0, 0, null, null),
                            Samples.NINE,
                            Samples.NINE);
                    assertThat(migration.state()).isNotNull();
                    if (run.isEnd()) {
                        assertThat(migration.state().name()).isEqualTo(run.name());
                    }
                }
            }
        }
    }

    @Test
    void aPauseShowsWhileItLasts() {
        // given
        Migration running = after(S.started());

        // when
        Migration paused = running.with(told(S.paused(), 72));
        Migration resumed = paused.with(told(S.resumed(), 80));

        // then
        assertThat(paused.run().paused()).isTrue();
        assertThat(resumed.run().paused()).isFalse();
    }

    @Test
    void nothingRestartsARunWhoseOutcomeIsUnknown() {
        // given
        Migration unknown = after(S.started(), S.outcomeUnknown());

        // when
        Migration later = unknown.with(told(S.started(), 200)).with(told(S.phase(), 201));

        // then
        assertThat(later.state()).isEqualTo(State.OUTCOME_UNKNOWN);
        assertThat(later.run()).isEqualTo(unknown.run());
    }

    private static Migration after(Message... events) {
        Migration migration = Migration.unheard(ID, Samples.NINE);
        for (Message event : events) {
            migration = migration.with(told(event, 70));
        }
        return migration;
    }

    private static Told told(Message event, long second) {
        return Tellings.told(event, "m-1", Samples.NINE.plusSeconds(second));
    }

    private static List<List<Told>> tell(Story story) {
        return Stream.of(story.intake(), story.approval(), story.run())
                .map(topic -> topic.stream()
                        .map(event -> told(event, topic.indexOf(event)))
                        .toList())
                .toList();
    }

    /** Walks every merge of the three topics that keeps each topic's order. */
    private static void interleave(
            List<List<Told>> topics, int[] next, @Nullable Migration sofar, Set<Migration> ends) {
        boolean done = true;
        for (int topic = 0; topic < topics.size(); topic++) {
            if (next[topic] < topics.get(topic).size()) {
                done = false;
                Told told = topics.get(topic).get(next[topic]);
                Migration before = sofar == null ? Migration.unheard(ID, told.time()) : sofar;
                next[topic]++;
                interleave(topics, next, before.with(told), ends);
                next[topic]--;
            }
        }
        if (done && sofar != null) {
            ends.add(sofar);
        }
    }

    private static List<Told> shuffled(List<List<Told>> topics, Random random) {
        List<List<Told>> rest = new ArrayList<>();
        topics.forEach(topic -> rest.add(new ArrayList<>(topic)));
        List<Told> arrival = new ArrayList<>();
        while (rest.removeIf(List::isEmpty) || !rest.isEmpty()) {
            if (!rest.isEmpty()) {
                arrival.add(rest.get(random.nextInt(rest.size())).removeFirst());
            }
        }
        return arrival;
    }
}
