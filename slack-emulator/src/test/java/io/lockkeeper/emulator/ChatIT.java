package io.lockkeeper.emulator;

import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChatIT {
    private static final String BLOCKS = """
            [{"type":"section","text":{"type":"mrkdwn","text":"*Hello*"}},
             {"type":"actions","block_id":"b","elements":[
               {"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"},"value":"1"}]}]""";

    @SuppressWarnings("NullAway.Init")
    private Harness harness;

    @BeforeEach
    void start() throws Exception {
        harness = Harness.unlimited();
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
    }

    @Test
    void postsAMessageAndAnswersItsNormalForm() throws Exception {
        // when
        ChatPostMessageResponse posted = post();

        // then
        assertThat(posted.isOk()).as(String.valueOf(posted)).isTrue();
        assertThat(posted.getTs()).matches("\\d{10}\\.\\d{6}");
        assertThat(posted.getMessage().getBotId()).isEqualTo("B0LOCK");
        assertThat(posted.getMessage().getBlocks().getFirst().getBlockId()).isNotEmpty();
        assertThat(history().getFirst().getText()).isEqualTo("Hello");
    }

    @Test
    void givesEveryMessageOfAChannelItsOwnTs() throws Exception {
        // when
        List<String> ts = List.of(post().getTs(), post().getTs(), post().getTs());

        // then
        assertThat(ts).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void refusesInvalidBlocksWithPointers() throws Exception {
        // when
        ChatPostMessageResponse refused = harness.client()
                .chatPostMessage(r -> r.channel("C0MIGRATE").text("x").blocksAsString("[{\"type\":\"section\"}]"));

        // then
        assertThat(refused.isOk()).isFalse();
        assertThat(refused.getError()).isEqualTo("invalid_blocks");
        assertThat(refused.getErrors())
                .containsExactly("must define either `text` or `fields` [json-pointer:/blocks/0/type]");
        assertThat(refused.getResponseMetadata().getMessages())
                .containsExactly("[ERROR] must define either `text` or `fields` [json-pointer:/blocks/0/type]");
    }

    @Test
    void updatesInPlaceAndRemovesBlocksWhenOnlyTextIsGiven() throws Exception {
        // given
        String ts = post().getTs();

        // when
        var updated =
                harness.client().chatUpdate(r -> r.channel("C0MIGRATE").ts(ts).text("Only text"));

        // then
        assertThat(updated.isOk()).as(String.valueOf(updated)).isTrue();
        assertThat(history()).hasSize(1);
        assertThat(history().getFirst().getBlocks()).isNull();
        assertThat(history().getFirst().getEdited()).isNotNull();
    }

    @Test
    void showsNoEditedMarkAfterAnUpdateWithBlocks() throws Exception {
        // given
        String ts = post().getTs();

        // when
        harness.client()
                .chatUpdate(r -> r.channel("C0MIGRATE").ts(ts).text("New").blocksAsString(BLOCKS));

        // then
        assertThat(history().getFirst().getEdited()).isNull();
        assertThat(history().getFirst().getBlocks()).hasSize(2);
        assertThat(harness.getJson("/emulator/messages?channel=C0MIGRATE")
                        .path("messages")
                        .path(0)
                        .path("edits")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsBlocksWhenNeitherTextNorBlocksAreGiven() throws Exception {
        // given
        String ts = post().getTs();

        // when
        var updated = harness.client()
                .chatUpdate(ChatUpdateRequest.builder()
                        .channel("C0MIGRATE")
                        .ts(ts)
                        .metadataAsString("{\"event_type\":\"later\",\"event_payload\":{}}")
                        .build());

        // then
        assertThat(updated.isOk()).as(String.valueOf(updated)).isTrue();
        assertThat(history().getFirst().getBlocks()).hasSize(2);
    }

    @Test
    void keepsMetadataAndReturnsItToWhoAsks() throws Exception {
        // given
        post();

        // when
        Message plain = history().getFirst();
        Message full = harness.client()
                .conversationsHistory(r -> r.channel("C0MIGRATE").includeAllMetadata(true))
                .getMessages()
                .getFirst();

        // then
        assertThat(full.getMetadata().getEventPayload()).isEqualTo(Map.of("migration_id", "m-1"));
        assertThat(plain.getMetadata().getEventPayload()).isNull();
    }

    @Test
    void putsRepliesIntoTheThreadOnly() throws Exception {
        // given
        String parent = post().getTs();

        // when
        harness.client()
                .chatPostMessage(r -> r.channel("C0MIGRATE").threadTs(parent).text("A reply"));

        // then
        assertThat(history()).hasSize(1);
        assertThat(history().getFirst().getReplyCount()).isEqualTo(1);
        assertThat(harness.client()
                        .conversationsReplies(r -> r.channel("C0MIGRATE").ts(parent))
                        .getMessages())
                .extracting(Message::getText)
                .containsExactly("Hello", "A reply");
    }

    @Test
    void whispersToOneUserOutsideTheHistory() throws Exception {
        // when
        var whispered = harness.client()
                .chatPostEphemeral(r -> r.channel("C0MIGRATE").user("U0ALICE").text("psst"));

        // then
        assertThat(whispered.isOk()).isTrue();
        assertThat(history()).isEmpty();
        var raw = harness.getJson("/emulator/messages?channel=C0MIGRATE").path("messages");
        assertThat(raw.path(0).path("viewer").asText()).isEqualTo("U0ALICE");
        assertThat(harness.client()
                        .chatUpdate(r -> r.channel("C0MIGRATE")
                                .ts(whispered.getMessageTs())
                                .text("x"))
                        .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void refusesWhatSlackRefuses() throws Exception {
        // given
        var client = harness.client();

        // then
        assertThat(client.chatPostMessage(r -> r.channel("C0NOWHERE").text("x")).getError())
                .isEqualTo("channel_not_found");
        assertThat(client.chatPostMessage(r -> r.channel("C0MIGRATE")).getError())
                .isEqualTo("no_text");
        assertThat(client.chatPostMessage(r -> r.channel("C0MIGRATE").blocksAsString("nonsense"))
                        .getError())
                .isEqualTo("invalid_blocks_format");
        assertThat(client.chatPostMessage(r -> r.text("x"))
                        .getResponseMetadata()
                        .getMessages())
                .containsExactly("[ERROR] missing required field: channel");
        assertThat(client.chatUpdate(r -> r.channel("C0MIGRATE").ts("1.000000").text("x"))
                        .getError())
                .isEqualTo("message_not_found");
        assertThat(client.chatPostEphemeral(
                                r -> r.channel("C0MIGRATE").user("U0NOBODY").text("x"))
                        .getError())
                .isEqualTo("user_not_in_channel");
        assertThat(harness.slack.methods("xoxb-wrong").authTest(r -> r).getError())
                .isEqualTo("invalid_auth");
        assertThat(harness.getJson("/api/auth.test").path("error").asText()).isEqualTo("not_authed");
    }

    @Test
    void refusesMoreTextThanAMessageHolds() throws Exception {
        // given
        String section = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + "x".repeat(2500) + "\"}}";

        // when
        var refused = harness.client().chatPostMessage(r -> r.channel("C0MIGRATE")
                .blocksAsString("[" + String.join(",", List.of(section, section, section, section, section)) + "]"));

        // then
        assertThat(refused.getError()).isEqualTo("msg_blocks_too_long");
    }

    @Test
    void takesJsonBodiesAsWellAsForms() throws Exception {
        // when
        var response = harness.post(
                "/api/chat.postMessage",
                "application/json; charset=utf-8",
                "{\"channel\":\"C0MIGRATE\",\"text\":\"json\",\"blocks\":" + BLOCKS + "}",
                "Authorization",
                "Bearer " + Harness.TOKEN);

        // then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"ok\":true");
    }

    @Test
    void opensTheDirectMessageWhenAUserIsTheChannel() throws Exception {
        // when
        var posted = harness.client().chatPostMessage(r -> r.channel("U0DANA").text("hi"));

        // then
        assertThat(posted.getChannel()).startsWith("D");
        assertThat(harness.client()
                        .conversationsOpen(r -> r.users(List.of("U0DANA")))
                        .getChannel()
                        .getId())
                .isEqualTo(posted.getChannel());
    }

    @Test
    void linksToAMessage() throws Exception {
        // given
        String ts = post().getTs();

        // when
        var linked =
                harness.client().chatGetPermalink(r -> r.channel("C0MIGRATE").messageTs(ts));

        // then
        assertThat(linked.getPermalink())
                .isEqualTo(harness.emulator.url() + "/archives/C0MIGRATE/p" + ts.replace(".", ""));
    }

    private ChatPostMessageResponse post() throws Exception {
        return harness.client().chatPostMessage(r -> r.channel("C0MIGRATE")
                .text("Hello")
                .blocksAsString(BLOCKS)
                .metadataAsString("{\"event_type\":\"lockkeeper_card\",\"event_payload\":{\"migration_id\":\"m-1\"}}"));
    }

    private List<Message> history() throws Exception {
        return harness.client()
                .conversationsHistory(r -> r.channel("C0MIGRATE"))
                .getMessages();
    }
}
