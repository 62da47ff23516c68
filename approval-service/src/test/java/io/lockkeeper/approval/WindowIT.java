package io.lockkeeper.approval;

import io.lockkeeper.approval.Doors.Answer;
import io.lockkeeper.proto.v1.ApprovalEvent.EventCase;
import io.lockkeeper.proto.v1.ClosedWindow;
import io.lockkeeper.proto.v1.GrantIssued;
import io.lockkeeper.proto.v1.Risk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(ApprovalTestResource.class)
class WindowIT extends ServiceScenario {

    @Test
    void holdsInAFreezeAndGrantsWhenItEnds() {
        // given
        String id = Scene.newId();
        Instant until = now().plus(Duration.ofHours(2));
        freeze("Black Friday", now().minusSeconds(60), until, "target-of-" + id);
        scene.tell(Scene.classified(id, Risk.RISK_HIGH, "target-of-" + id));
        ClosedWindow announced =
                scene.await(id, EventCase.REQUESTED).getRequested().getClosedWindow();

        // when
        approveInSlack("dana", id);

        // then
        ClosedWindow held = scene.await(id, EventCase.HELD).getHeld().getWindow();
        assertThat(held).isEqualTo(announced);
        assertThat(held.getKind()).isEqualTo("freeze");
        assertThat(held.getReason()).isEqualTo("Black Friday");
        assertThat(held.getUntil().getSeconds()).isEqualTo(until.getEpochSecond());
        assertThat(held.getSuggestedFrom()).isEqualTo(held.getUntil());
        assertThat(held.hasSuggestedUntil()).isFalse();
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED", "DECISION_RECORDED", "APPROVED", "HELD");

        // when
        clock.moveBy(Duration.ofHours(2).plusSeconds(1));

        // then
        scene.await(id, EventCase.GRANT_ISSUED);
        assertThat(scene.saidNames(id))
                .containsExactly("REQUESTED", "DECISION_RECORDED", "APPROVED", "HELD", "GRANT_ISSUED");
    }

    @Test
    void grantsAsSoonAsTheFreezeIsEndedEarlyAndKeepsItForTheRecord() {
        // given
        String id = heldByAFreeze();
        String freeze = freezeOf(id);

        // when
        Answer ended = doors.delete("keeper", "/v1/freezes/" + freeze);

        // then
        assertThat(ended.status()).isEqualTo(204);
        scene.await(id, EventCase.GRANT_ISSUED);
        assertThat(doors.get("keeper", "/v1/freezes").body()).doesNotContain(freeze);
        assertThat(doors.get("keeper", "/v1/freezes?all=true").body())
                .contains(freeze)
                .contains("\"endedBy\":\"dana\"");
        assertThat(doors.delete("keeper", "/v1/freezes/" + freeze).status()).isEqualTo(204);
    }

    @Test
    void saysSoWhenAnotherWindowHolds() {
        // given
        String id = heldByAFreeze();

        // when
        freeze("migration of the data centre", now(), now().plus(Duration.ofDays(3)), "target-of-" + id);

        // then
        io.lockkeeper.testbed.Await.asserted("the second window", Scene.SOON, () -> assertThat(
                        scene.said(id).getLast().getHeld().getWindow().getReason())
                .isEqualTo("migration of the data centre"));
        assertThat(state(id)).isEqualTo("HELD");
    }

    @Test
    void holdsInAPeak() {
        // given
        String id = Scene.newId();

        // when
        scene.tell(Scene.classified(id, Risk.RISK_LOW, "always-busy"));

        // then
        ClosedWindow held = scene.await(id, EventCase.HELD).getHeld().getWindow();
        assertThat(held.getKind()).isEqualTo("peak");
        assertThat(held.getReason()).isEqualTo("rush");
        assertThat(held.hasSuggestedFrom()).isFalse();
    }

    @Test
    void endsAGrantBeforeTheNextFreezeBegins() {
        // given
        String id = Scene.newId();
        Instant begins = now().plus(Duration.ofMinutes(10));
        freeze("soon", begins, begins.plusSeconds(3_600), "target-of-" + id);

        // when
        scene.tell(Scene.classified(id, Risk.RISK_LOW, "target-of-" + id));

        // then
        GrantIssued grant = scene.await(id, EventCase.GRANT_ISSUED).getGrantIssued();
        assertThat(grant.getExpiresAt().getSeconds()).isEqualTo(begins.getEpochSecond());
    }

    @Test
    void refusesAFreezeThatMakesNoSense() {
        assertInvalid("{\"from\":\"2030-01-01T00:00:00Z\",\"until\":\"2030-01-02T00:00:00Z\"}", "reason");
        assertInvalid(
                "{\"reason\":\" \",\"from\":\"2030-01-01T00:00:00Z\",\"until\":\"2030-01-02T00:00:00Z\"}", "reason");
        assertInvalid("{\"reason\":\"r\",\"until\":\"2030-01-02T00:00:00Z\"}", "from");
        assertInvalid(
                "{\"reason\":\"r\",\"from\":\"2030-01-02T00:00:00Z\",\"until\":\"2030-01-02T00:00:00Z\"}", "after");
        assertInvalid(
                "{\"reason\":\"r\",\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2020-01-02T00:00:00Z\"}", "past");
        assertInvalid(
                "{\"reason\":\"r\",\"from\":\"2030-01-01T00:00:00Z\",\"until\":\"2030-01-02T00:00:00Z\",\"targets\":[]}",
                "targets");
        assertThat(doors.post("keeper", "/v1/freezes", "{\"reason\":\"r\",\"from\":\"soon\"}")
                        .code())
                .isEqualTo("UNREADABLE_BODY");
        assertThat(doors.post("keeper", "/v1/freezes", "{\"surprise\":1}").code())
                .isEqualTo("UNREADABLE_BODY");
        assertThat(doors.post("keeper", "/v1/freezes", "").status()).isEqualTo(400);
    }

    @Test
    void letsOnlyKeepersFreeze() {
        assertThat(doors.post("dana", "/v1/freezes", "{}").status()).isEqualTo(403);
        assertThat(doors.post("nobody", "/v1/freezes", "{}").status()).isEqualTo(401);
        assertThat(doors.delete("keeper", "/v1/freezes/none").code()).isEqualTo("UNKNOWN_FREEZE");
        assertThat(doors.delete("keeper", "/v1/freezes/" + Scene.newId()).code())
                .isEqualTo("UNKNOWN_FREEZE");
        assertThat(doors.get("reader", "/v1/freezes").status()).isEqualTo(200);
    }

    private void assertInvalid(String body, String word) {
        Answer answer = doors.post("keeper", "/v1/freezes", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("INVALID_FREEZE");
        assertThat(answer.json().path("detail").asText()).contains(word);
    }

    private String heldByAFreeze() {
        String id = Scene.newId();
        freeze("of " + id, now().minusSeconds(60), now().plus(Duration.ofHours(2)), "target-of-" + id);
        scene.tell(Scene.classified(id, Risk.RISK_LOW, "target-of-" + id));
        scene.await(id, EventCase.HELD);
        return id;
    }

    private String freezeOf(String migration) {
        for (var freeze : doors.get("keeper", "/v1/freezes").json().path("freezes")) {
            if (freeze.path("reason").asText().equals("of " + migration)) {
                return freeze.path("id").asText();
            }
        }
        throw new AssertionError("no freeze of " + migration);
    }

    private void freeze(String reason, Instant from, Instant until, String target) {
        Answer set = doors.post(
                "keeper",
                "/v1/freezes",
                "{\"reason\":\"%s\",\"from\":\"%s\",\"until\":\"%s\",\"targets\":[\"%s\"]}"
                        .formatted(reason, from, until, target));
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        assertThat(set.json().path("setBy").asText()).isEqualTo("dana");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
