package io.lockkeeper.notifier.drawing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.emulator.blocks.BlockKit;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.intake.Story;
import io.lockkeeper.proto.v1.StatementSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The committed gallery: each state of a card from sample data. A change of what people see is a change of these files;
 * {@code -Dgallery=write} writes them anew.
 */
class GalleryTest {

    private static final Path GALLERY = Path.of("src/test/resources/cards");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Instant NOW = Story.START.plusSeconds(156);

    static Map<String, Facets> samples() {
        Story story = Story.sample();
        Map<String, Facets> samples = new TreeMap<>();
        samples.put("submitted", story.fold(story.submitted()));
        samples.put("classified", story.fold(story.submitted(), story.classified()));
        samples.put("awaiting-approval", story.fold(story.classified(), story.requested()));
        samples.put("awaiting-approval-in-freeze", story.fold(story.classified(), story.requestedInFreeze()));
        samples.put("awaiting-approval-thirty-statements", story.fold(story.classified(thirty()), story.requested()));
        samples.put("approved", story.fold(story.classified(), story.requested(), story.decided(), story.approved()));
        samples.put(
                "held",
                story.fold(story.classified(), story.requested(), story.decided(), story.approved(), story.held()));
        samples.put(
                "rejected", story.fold(story.classified(), story.requested(), story.rejected("Not before Monday.")));
        Facets granted =
                story.fold(story.classified(), story.requested(), story.decided(), story.approved(), story.granted());
        samples.put("granted", granted);
        samples.put("queued", then(granted, story, story.queued()));
        samples.put("running-no-measurement", then(granted, story, story.queued(), story.started()));
        samples.put("running", then(granted, story, story.queued(), story.started(), story.snapshot(37.5, false, "")));
        samples.put(
                "stalled",
                then(
                        granted,
                        story,
                        story.queued(),
                        story.started(),
                        story.snapshot(37.5, true, "lock on orders held by pid 4711")));
        samples.put(
                "succeeded",
                then(
                        granted,
                        story,
                        story.queued(),
                        story.started(),
                        story.snapshot(99, false, ""),
                        story.succeeded()));
        samples.put("failed", then(granted, story, story.queued(), story.started(), story.failed()));
        return samples;
    }

    static Facets sample(String name) {
        return Objects.requireNonNull(samples().get(name), name);
    }

    private static Facets then(Facets before, Story story, com.google.protobuf.Message... events) {
        Facets later = story.fold(events);
        Facets after = before.with(later.run());
        return later.snapshot() == null ? after : after.with(later.snapshot());
    }

    private static StatementSummary[] thirty() {
        return IntStream.range(0, 30)
                .mapToObj(i -> (i == 29 ? Story.notNull() : Story.index())
                        .toBuilder().setIndex(i).build())
                .toArray(StatementSummary[]::new);
    }

    @TestFactory
    Stream<DynamicTest> drawsEachStateAsInTheGallery() {
        return samples().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(), () -> drawnAsInTheGallery(sample.getKey(), sample.getValue())));
    }

    private static void drawnAsInTheGallery(String name, Facets facets) throws IOException {
        Card card = Card.of(facets, Card.Form.FULL, NOW);
        ObjectNode json = JSON.createObjectNode().put("text", card.text());
        json.set("blocks", io.lockkeeper.notifier.blockkit.BlockKit.json(card.blocks()));
        if (facets.state().ended()) {
            json.put("summary", Summary.of(facets));
        }

        assertThat(Limits.broken(json.path("blocks"))).isEmpty();
        assertThat(BlockKit.message(json.path("blocks")).none()).isTrue();
        assertThat(BlockKit.tooLong(json.path("blocks"))).isFalse();
        assertThat(card.text()).isNotBlank().hasSizeLessThan(4_000);
        Path file = GALLERY.resolve(name + ".json");
        if ("write".equals(System.getProperty("gallery"))) {
            Files.writeString(file, JSON.writeValueAsString(json) + "\n");
        }
        assertThat(file).hasContent(JSON.writeValueAsString(json));
    }
}
