package io.lockkeeper.notifier.intake;

import com.google.protobuf.Message;
import io.lockkeeper.notifier.card.CardState;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.drawing.Card;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each topic keeps its order, but topics have none between each other: the card must not depend on how they meet. */
class InterleavingTest {

    private static final String ID = "01935c2e-7b1c-7c3a-9f00-000000000001";

    private final Story story = Story.sample();

    @Test
    void givesTheSameCardHoweverTheTopicsMeet() {
        List<List<Message>> topics = List.of(
                List.of(story.submitted(), story.classified()),
                List.of(story.requested(), story.refused(), story.decided(), story.approved(), story.granted()),
                List.of(story.queued(), story.started(), story.succeeded()),
                List.of(story.snapshot(10, false, ""), story.snapshot(50, true, ""), story.snapshot(99, false, "")));
        Facets inOrder = Story.fold(ID, topics.stream().flatMap(List::stream).toList());
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("InterleavingTest seed " + seed);
        Random random = new Random(seed);

        for (int round = 0; round < 500; round++) {
            Facets facets = Story.fold(ID, interleaved(topics, random));
            assertThat(facets).as("seed %d", seed).isEqualTo(inOrder);
            assertThat(Card.of(facets, Card.Form.FULL, Story.START))
                    .isEqualTo(Card.of(inOrder, Card.Form.FULL, Story.START));
        }
        assertThat(inOrder.state()).isEqualTo(CardState.SUCCEEDED);
    }

    @Test
    void keepsAnEndWhateverComesAfterIt() {
        assertThat(story.fold(story.started(), story.succeeded(), story.failed(), story.queued())
                        .state())
                .isEqualTo(CardState.SUCCEEDED);
        assertThat(story.fold(story.classified(), story.requested(), story.rejected("no"), story.approved())
                        .state())
                .isEqualTo(CardState.REJECTED);
    }

    @Test
    void ignoresWhatANewerServiceWrites() {
        assertThat(Story.effect(io.lockkeeper.proto.v1.RunEvent.getDefaultInstance()))
                .isEmpty();
    }

    private static List<Message> interleaved(List<List<Message>> topics, Random random) {
        List<Deque<Message>> left = new ArrayList<>();
        topics.forEach(topic -> left.add(new ArrayDeque<>(topic)));
        List<Message> mixed = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<Message> topic = left.get(random.nextInt(left.size()));
            mixed.add(topic.removeFirst());
            if (topic.isEmpty()) {
                left.remove(topic);
            }
        }
        return mixed;
    }
}
