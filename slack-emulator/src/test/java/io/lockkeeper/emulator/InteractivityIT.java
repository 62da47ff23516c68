package io.lockkeeper.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import io.lockkeeper.emulator.LocalApp.Reply;
import io.lockkeeper.emulator.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InteractivityIT {
    private static final String BLOCKS = """
            [{"type":"actions","block_id":"lockkeeper_actions","elements":[
               {"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"},"value":"{}"}]}]""";
    private static final String VIEW = """
            {"type":"modal","callback_id":"lockkeeper.reject","private_metadata":"m-1","notify_on_close":true,
             "title":{"type":"plain_text","text":"Reject"},"submit":{"type":"plain_text","text":"Reject"},
             "blocks":[
              {"type":"input","block_id":"reason","label":{"type":"plain_text","text":"Why?"},
               "element":{"type":"plain_text_input","action_id":"text","min_length":3}},
              {"type":"input","block_id":"next","optional":true,"label":{"type":"plain_text","text":"Next"},
               "element":{"type":"static_select","action_id":"pick","options":[
                 {"text":{"type":"plain_text","text":"Rework"},"value":"rework"}]}}]}""";

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
    void tellsTheAppWhoClickedWhatAndSignsIt() throws Exception {
        // given
        String ts = post();

        // when
        JsonNode outcome = click("U0DANA", ts);

        // then
        assertThat(outcome.path("ok").asBoolean()).as(outcome.toString()).isTrue();
        JsonNode payload = harness.app.lastPayload();
        assertThat(payload.path("type").asText()).isEqualTo("block_actions");
        assertThat(payload.at("/user/id").asText()).isEqualTo("U0DANA");
        assertThat(payload.at("/team/id").asText()).isEqualTo("T0LOCK");
        assertThat(payload.at("/channel/id").asText()).isEqualTo("C0MIGRATE");
        assertThat(payload.at("/container/message_ts").asText()).isEqualTo(ts);
        assertThat(payload.at("/message/blocks/0/block_id").asText()).isEqualTo("lockkeeper_actions");
        assertThat(payload.at("/actions/0/value").asText()).isEqualTo("{}");
        assertThat(payload.at("/actions/0/action_ts").asText()).contains(".");
    }

    @Test
    void showsThePersonThatTheAppFailed() throws Exception {
        // given
        String ts = post();
        harness.app.answers(payload -> new Reply(500, "oops"));

        // when
        JsonNode outcome = click("U0DANA", ts);

        // then
        assertThat(outcome.path("error").asText()).isEqualTo("not_acknowledged");
        assertThat(outcome.path("message").asText()).contains("HTTP 500");
    }

    @Test
    void givesUpOnAnAppAfterThreeSeconds() throws Exception {
        // given
        String ts = post();
        CountDownLatch release = new CountDownLatch(1);
        harness.app.answers(payload -> {
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Reply.empty();
        });

        // when
        JsonNode outcome = click("U0DANA", ts);
        release.countDown();

        // then
        assertThat(outcome.path("message").asText()).contains("within 3 seconds");
    }

    @Test
    void refusesClicksOnWhatAPersonCannotSee() throws Exception {
        // given
        String whispered = harness.client()
                .chatPostEphemeral(
                        r -> r.channel("C0MIGRATE").user("U0ALICE").text("x").blocksAsString(BLOCKS))
                .getMessageTs();

        // then
        assertThat(click("U0DANA", whispered).path("error").asText()).isEqualTo("message_not_found");
        assertThat(click("U0ALICE", whispered).path("ok").asBoolean()).isTrue();
        assertThat(harness.app.lastPayload().at("/container/is_ephemeral").asBoolean())
                .isTrue();
    }

    @Test
    void opensAModalOnceAndOnlyWithinThreeSeconds() throws Exception {
        // given
        click("U0DANA", post());
        String trigger = harness.app.lastPayload().path("trigger_id").asText();

        // when
        ViewsOpenResponse opened = open(trigger);

        // then
        assertThat(opened.isOk()).as(String.valueOf(opened)).isTrue();
        assertThat(open(trigger).getError()).isEqualTo("exchanged_trigger_id");
        click("U0DANA", post());
        harness.clock.advance(Duration.ofSeconds(4));
        assertThat(open(harness.app.lastPayload().path("trigger_id").asText()).getError())
                .isEqualTo("expired_trigger_id");
        assertThat(open("nonsense").getResponseMetadata().getMessages())
                .containsExactly("[ERROR] invalid `trigger_id` [json-pointer:/trigger_id]");
    }

    @Test
    void submitsWhatWasTypedWithTheStateSlackSends() throws Exception {
        // given
        String viewId = openedView();

        // when
        JsonNode outcome = submit(viewId, "{\"reason\":{\"text\":\"too risky\"},\"next\":{\"pick\":\"rework\"}}");

        // then
        assertThat(outcome.path("ok").asBoolean()).as(outcome.toString()).isTrue();
        JsonNode payload = harness.app.lastPayload();
        assertThat(payload.path("type").asText()).isEqualTo("view_submission");
        assertThat(payload.at("/view/private_metadata").asText()).isEqualTo("m-1");
        assertThat(payload.at("/view/state/values/reason/text/value").asText()).isEqualTo("too risky");
        assertThat(payload.at("/view/state/values/next/pick/selected_option/value")
                        .asText())
                .isEqualTo("rework");
        assertThat(views("U0DANA")).isEmpty();
    }

    @Test
    void asksForRequiredInputsBeforeTheAppIsTold() throws Exception {
        // given
        String viewId = openedView();
        int told = harness.app.payloads().size();

        // when
        JsonNode outcome = submit(viewId, "{}");

        // then
        assertThat(outcome.at("/errors/reason").asText()).isEqualTo("Please complete this required field.");
        assertThat(harness.app.payloads()).hasSize(told);
    }

    @Test
    void showsTheErrorsOfTheAppAndKeepsTheModalOpen() throws Exception {
        // given
        String viewId = openedView();
        harness.app.answers(p -> Reply.json("{\"response_action\":\"errors\",\"errors\":{\"reason\":\"Say more.\"}}"));

        // when
        JsonNode outcome = submit(viewId, "{\"reason\":{\"text\":\"bad\"}}");

        // then
        assertThat(outcome.at("/errors/reason").asText()).isEqualTo("Say more.");
        assertThat(views("U0DANA")).hasSize(1);
    }

    @Test
    void updatesTheModalInAnswerAndByMethodUnderItsHash() throws Exception {
        // given
        String viewId = openedView();
        String firstHash = views("U0DANA").path(0).path("hash").asText();
        harness.app.answers(p -> Reply.json("{\"response_action\":\"update\",\"view\":" + VIEW + "}"));

        // when
        submit(viewId, "{\"reason\":{\"text\":\"bad\"}}");

        // then
        assertThat(views("U0DANA").path(0).path("id").asText()).isEqualTo(viewId);
        assertThat(harness.client()
                        .viewsUpdate(r -> r.viewId(viewId).hash(firstHash).viewAsString(VIEW))
                        .getError())
                .isEqualTo("hash_conflict");
        String hash = views("U0DANA").path(0).path("hash").asText();
        assertThat(harness.client()
                        .viewsUpdate(r -> r.viewId(viewId).hash(hash).viewAsString(VIEW))
                        .isOk())
                .isTrue();
    }

    @Test
    void stacksNoMoreThanThreeModals() throws Exception {
        // given
        String viewId = openedView();
        harness.app.answers(p -> Reply.json("{\"response_action\":\"push\",\"view\":" + VIEW + "}"));
        submit(viewId, "{\"reason\":{\"text\":\"one\"}}");
        submit(views("U0DANA").path(1).path("id").asText(), "{\"reason\":{\"text\":\"two\"}}");

        // when
        JsonNode fourth = submit(views("U0DANA").path(2).path("id").asText(), "{\"reason\":{\"text\":\"three\"}}");

        // then
        assertThat(fourth.path("message").asText()).contains("push_limit_reached");
        assertThat(views("U0DANA")).hasSize(3);
    }

    @Test
    void tellsTheAppThatAModalWasClosedWhenItAsked() throws Exception {
        // given
        String viewId = openedView();

        // when
        harness.drive("close-view", "{\"user\":\"U0DANA\",\"view_id\":\"" + viewId + "\",\"cleared\":true}");

        // then
        assertThat(harness.app.lastPayload().path("type").asText()).isEqualTo("view_closed");
        assertThat(harness.app.lastPayload().path("is_cleared").asBoolean()).isTrue();
        assertThat(views("U0DANA")).isEmpty();
    }

    @Test
    void takesAResponseUrlFiveTimesWithinHalfAnHour() throws Exception {
        // given
        click("U0DANA", post());
        String url = harness.app.lastPayload().path("response_url").asText();
        String path = URI.create(url).getPath();

        // when
        for (int i = 0; i < 5; i++) {
            assertThat(harness.post(path, "application/json", "{\"text\":\"done\"}")
                            .statusCode())
                    .isEqualTo(200);
        }

        // then
        assertThat(harness.post(path, "application/json", "{\"text\":\"done\"}").body())
                .contains("used_url");
        click("U0DANA", post());
        harness.clock.advance(Duration.ofMinutes(31));
        String late = URI.create(harness.app.lastPayload().path("response_url").asText())
                .getPath();
        assertThat(harness.post(late, "application/json", "{\"text\":\"x\"}").body())
                .contains("expired_url");
    }

    private String post() throws Exception {
        return harness.client()
                .chatPostMessage(r -> r.channel("C0MIGRATE").text("Card").blocksAsString(BLOCKS))
                .getTs();
    }

    private JsonNode click(String user, String ts) throws IOException, InterruptedException {
        return harness.drive(
                "click",
                Json.write(Json.object()
                        .put("user", user)
                        .put("channel", "C0MIGRATE")
                        .put("ts", ts)
                        .put("action_id", "go")));
    }

    private ViewsOpenResponse open(String trigger) throws Exception {
        return harness.client().viewsOpen(r -> r.triggerId(trigger).viewAsString(VIEW));
    }

    private String openedView() throws Exception {
        click("U0DANA", post());
        return open(harness.app.lastPayload().path("trigger_id").asText())
                .getView()
                .getId();
    }

    private JsonNode submit(String viewId, String values) throws IOException, InterruptedException {
        return harness.drive(
                "submit-view", "{\"user\":\"U0DANA\",\"view_id\":\"" + viewId + "\",\"values\":" + values + "}");
    }

    private JsonNode views(String user) throws IOException, InterruptedException {
        return harness.getJson("/emulator/views?user=" + user).path("views");
    }
}
