package io.lockkeeper.notifier.drawing;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.lockkeeper.emulator.blocks.BlockKit;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.intake.Story;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.StatementSummary;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is in the events: no limit of Slack is exceeded, nothing in it acts, nobody is called. */
class UglyInputTest {

    private static final int ROUNDS = 400;
    private static final String[] UGLY = {
        "<!channel>",
        "<!here|x>",
        "<@U0DANA>",
        "<!subteam^S0DBA>",
        "<https://evil.example|Plan>",
        "&lt;!channel&gt;",
        "@channel",
        "@here",
        "@EVERYONE",
        "```",
        "`",
        "*",
        "_x_",
        "~",
        "\u202Egnp.exe",
        "\u0000",
        "\uD83D",
        "😀",
        "\u200B",
        "\n\n\n",
        " ",
        "&",
        "<",
        ">",
        "|",
        "\"",
        "\\",
        "ALTER TABLE a",
        "漢字",
        "a".repeat(400),
        "&".repeat(900),
        ":bomb:",
        "<!date^0^{date}|x>"
    };

    /** What may stand in angle brackets: our own dates, links and mentions of Slack user ids. */
    private static final Pattern OURS = Pattern.compile(
            "<!date\\^-?\\d+\\^\\{date_short_pretty} at \\{time_secs}\\|[-+0-9: UTC]+>|<https?://[^<>|\\s]+\\|(Diff|Plan)>"
                    + "|<@[UW][A-Z0-9]+>|<!here> (?=\\*)");

    private static final Pattern BROADCAST = Pattern.compile("@(channel|here|everyone)", Pattern.CASE_INSENSITIVE);

    @Test
    void neverExceedsALimitNorCallsAnybody() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("UglyInputTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Facets facets = uglyFacets(random);
            for (Card.Form form : Card.Form.values()) {
                Card card = Card.of(facets, form, Story.START.plusSeconds(random.nextInt(100_000)));
                check(card, "seed " + seed + " round " + round);
            }
            if (facets.state().ended()) {
                String summary = Summary.of(facets);
                assertThat(summary).as("seed %d", seed).hasSizeLessThan(4_000);
                harmless(summary, "seed " + seed);
            }
        }
    }

    @Test
    void repliesHarmlesslyWhateverTheEventSays() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("UglyInputTest seed " + seed);
        Random random = new Random(seed);
        Story story = Story.sample();
        for (int round = 0; round < ROUNDS; round++) {
            for (Message event : List.of(story.decided(), story.refused(), story.held())) {
                String reply = Story.reply(uglify(event, random)).orElseThrow();
                assertThat(reply).as("seed %d", seed).isNotBlank().hasSizeLessThan(4_000);
                harmless(reply, "seed " + seed);
            }
        }
    }

    private static void check(Card card, String where) {
        JsonNode blocks = io.lockkeeper.notifier.blockkit.BlockKit.json(card.blocks());
        assertThat(Limits.broken(blocks)).as(where).isEmpty();
        assertThat(BlockKit.message(blocks).none()).as(where).isTrue();
        assertThat(BlockKit.tooLong(blocks)).as(where).isFalse();
        assertThat(card.text()).as(where).isNotBlank().hasSizeLessThan(4_000);
        harmless(card.text(), where);
        for (JsonNode text : blocks.findParents("verbatim")) {
            assertThat(text.path("verbatim").asBoolean()).isTrue();
            harmless(text.path("text").asText(), where);
        }
    }

    private static void harmless(String mrkdwn, String where) {
        String rest = OURS.matcher(mrkdwn).replaceAll("");
        assertThat(rest).as(where).doesNotContain("<").doesNotContain("\u202E").doesNotContain("\u0000");
        assertThat(rest.replaceFirst("^> ", "").replace("\n> ", "\n")).as(where).doesNotContain(">");
        assertThat(BROADCAST.matcher(rest).find()).as(where).isFalse();
        assertThat(rest.replaceAll("&(amp|lt|gt);", "")).as(where).doesNotContain("&");
        assertThat(rest.split("```", -1).length % 2)
                .as(where + ": code blocks are closed")
                .isEqualTo(1);
        for (int i = 0; i < rest.length(); i++) {
            boolean alone = Character.isSurrogate(rest.charAt(i))
                    && !(i + 1 < rest.length() && Character.isSurrogatePair(rest.charAt(i), rest.charAt(i + 1)))
                    && !(i > 0 && Character.isSurrogatePair(rest.charAt(i - 1), rest.charAt(i)));
            assertThat(alone).as(where).isFalse();
        }
    }

    private static Facets uglyFacets(Random random) {
        Story story = Story.sample();
        List<Message> approvals = List.of(
                story.requested(), story.requestedInFreeze(), story.decided(), story.held(), story.rejected("no"));
        List<Message> runs = List.of(
                story.started(),
                story.snapshot(random.nextDouble() * 120 - 10, random.nextBoolean(), "x"),
                story.failed(),
                story.succeeded());
        Facets facets = Story.fold(
                "01935c2e-7b1c-7c3a-9f00-000000000001",
                List.of(uglify(story.submitted(), random), uglify(classified(story, random), random)));
        for (Message event : random.nextBoolean() ? approvals : approvals.subList(0, 3)) {
            if (random.nextBoolean()) {
                facets = over(facets, uglify(event, random));
            }
        }
        for (Message event : runs) {
            if (random.nextInt(3) == 0) {
                facets = over(facets, uglify(event, random));
            }
        }
        return facets;
    }

    private static Facets over(Facets facets, Message event) {
        return Story.over(facets, event);
    }

    private static MigrationEvent classified(Story story, Random random) {
        return story.classified(IntStream.range(0, random.nextInt(40))
                .mapToObj(i -> Story.index().toBuilder().setIndex(i).build())
                .toArray(StatementSummary[]::new));
    }

    /** Replaces every text in the message, at any depth, by something ugly. */
    private static Message uglify(Message message, Random random) {
        Message.Builder builder = message.toBuilder();
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                if (field.isRepeated()) {
                    for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
                        builder.setRepeatedField(
                                field, i, uglify((Message) message.getRepeatedField(field, i), random));
                    }
                } else {
                    builder.setField(field, uglify((Message) value, random));
                }
            } else if (field.getJavaType() == FieldDescriptor.JavaType.STRING && !field.isRepeated()) {
                if (random.nextInt(4) > 0) {
                    builder.setField(field, ugly(random));
                }
            }
        });
        return builder.build();
    }

    private static String ugly(Random random) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(random.nextInt(10) == 0 ? 60 : 5);
        for (int i = 0; i < parts; i++) {
            text.append(UGLY[random.nextInt(UGLY.length)]);
        }
        return text.toString();
    }
}
