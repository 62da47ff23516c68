package io.lockkeeper.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.approval.Doors.Answer;
import io.lockkeeper.proto.v1.ApprovalEvent.EventCase;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.testbed.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(ApprovalTestResource.class)
class SlackDoorIT extends ServiceScenario {

    @Test
    void asksForAReasonAndRejectsWithIt() throws Exception {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        Answer click = doors.click("dana", "lockkeeper.reject", id, Scene.subject(id));
        String metadata = openedModal(id).path("private_metadata").asText();
        Answer blank = doors.giveReason("dana", metadata, "  ");
        Answer given = doors.giveReason("dana", metadata, "too late today");

        // then
        assertThat(click.body()).isEmpty();
        assertThat(blank.json().path("response_action").asText()).isEqualTo("errors");
        assertThat(blank.json().at("/errors/reason").asText()).startsWith("Say why");
        assertThat(given).isEqualTo(new Answer(200, "", given.type()));
        DecisionRecorded decision = scene.await(id, EventCase.DECISION_RECORDED).getDecisionRecorded();
        assertThat(decision.getComment()).isEqualTo("too late today");
        assertThat(decision.getChannel()).isEqualTo("C0MIGRATE");
        assertThat(decision.getMessageTs()).isEqualTo("171.001");
        scene.await(id, EventCase.REJECTED);
    }

    @Test
    void tellsWhoMayNotRejectBeforeTheyWriteAReason() {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        doors.click("boris", "lockkeeper.reject", id, Scene.subject(id));

        // then
        assertThat(scene.await(id, EventCase.DECISION_REFUSED)
                        .getDecisionRefused()
                        .getCode())
                .isEqualTo("NOT_ALLOWED");
        awaitEphemeral("boris", "Only the group dba decides");
        assertThat(doors.slackGot("views.open", id)).isEmpty();
    }

    @Test
    void showsEveryStatementInTheDetails() throws Exception {
        // given
        String id = Scene.newId();
        scene.tell(Scene.classified(id, Risk.RISK_HIGH, "details-of-" + id));
        scene.await(id, EventCase.REQUESTED);

        // when
        doors.click("boris", "lockkeeper.details", id, Scene.subject(id));

        // then
        String view = openedModal("details-of-" + id).toString();
        assertThat(view).contains("SET NOT NULL").contains("ACCESS EXCLUSIVE").contains("&lt;at length&gt;");
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED");
    }

    @Test
    void tellsADoubleClickThatItWasCounted() {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        approveInSlack("dana", id);
        approveInSlack("dana", id);

        // then
        scene.await(id, EventCase.DECISION_REFUSED);
        assertThat(scene.saidNames(id))
                .containsExactly("REQUESTED", "DECISION_RECORDED", "APPROVED", "GRANT_ISSUED", "DECISION_REFUSED");
        awaitEphemeral("dana", "You already approved");
    }

    @Test
    void refusesWhatSlackDidNotSign() {
        // given
        String id = asked(Risk.RISK_HIGH);
        byte[] body = form(doors.payload("dana", "lockkeeper.approve", id, Scene.subject(id), "C0MIGRATE"));
        String now = Long.toString(clock.instant().getEpochSecond());
        String old = Long.toString(clock.instant().getEpochSecond() - 302);
        String future = Long.toString(clock.instant().getEpochSecond() + 302);

        // when
        List<Answer> answers = List.of(
                doors.slack(body, now, "v0=" + "0".repeat(64)),
                doors.slack(body, old, Doors.sign(old, body)),
                doors.slack(body, future, Doors.sign(future, body)),
                doors.slack(body, now, Doors.sign(now, form("other"))));

        // then
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.code()).isEqualTo("SLACK_SIGNATURE");
        });
        assertThat(state(id)).isEqualTo("AWAITING_APPROVAL");
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED");
    }

    @Test
    void refusesTheSameRequestTwice() {
        // given
        String id = asked(Risk.RISK_HIGH);
        byte[] body = form(doors.payload("dana", "lockkeeper.approve", id, Scene.subject(id), "C0MIGRATE"));
        String now = Long.toString(clock.instant().getEpochSecond());

        // when
        Answer first = doors.slack(body, now, Doors.sign(now, body));
        Answer replayed = doors.slack(body, now, Doors.sign(now, body));

        // then
        assertThat(first.status()).isEqualTo(200);
        assertThat(replayed.status()).isEqualTo(401);
        scene.await(id, EventCase.GRANT_ISSUED);
        assertThat(scene.saidNames(id)).doesNotContain("DECISION_REFUSED");
    }

    @Test
    void decidesEvenWhenSlackIsDown() {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        Answer refused =
                doors.click("alice", "lockkeeper.approve", id, Scene.subject(id), SlackRecorder.BROKEN_CHANNEL);
        Answer counted = doors.click("dana", "lockkeeper.approve", id, Scene.subject(id), SlackRecorder.BROKEN_CHANNEL);

        // then
        assertThat(refused.status()).isEqualTo(200);
        assertThat(counted.status()).isEqualTo(200);
        scene.await(id, EventCase.GRANT_ISSUED);
        assertThat(scene.saidNames(id)).contains("DECISION_REFUSED");
    }

    @Test
    void answersWhatIsNotOursWithoutDoingAnything() {
        assertThat(doors.slack("{\"type\":\"shortcut\",\"callback_id\":\"deploy\"}")
                        .status())
                .isEqualTo(200);
        assertThat(doors.get("reader", "/q/metrics").body()).contains("lockkeeper_slack_ignored_total");
    }

    @Test
    void saysWhatItCannotRead() {
        assertThat(doors.slack("no json").code()).isEqualTo("UNREADABLE_INTERACTION");
    }

    @Test
    void tellsWhoClicksACardOfAnUnknownMigration() {
        // given
        String id = Scene.newId();

        // when
        Answer answer = doors.click("dora", "lockkeeper.approve", id, Scene.subject(id));

        // then
        assertThat(answer.status()).isEqualTo(200);
        awaitEphemeral("dora", "does not know this migration yet");
        assertThat(approveByRest("dora", id).code()).isEqualTo("UNKNOWN_MIGRATION");
    }

    /** The view of the modal that was opened last and in which {@code word} occurs. */
    private JsonNode openedModal(String word) throws Exception {
        String call = Await.value("a modal with " + word, Scene.SOON, () -> doors.slackGot("views.open", word).stream()
                .findFirst());
        return new ObjectMapper().readTree(call.substring(call.indexOf("view=") + "view=".length(), call.length() - 1));
    }

    private static byte[] form(String payload) {
        return ("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
