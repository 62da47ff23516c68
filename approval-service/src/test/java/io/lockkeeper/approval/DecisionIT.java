package io.lockkeeper.approval;

import io.lockkeeper.approval.Doors.Answer;
import io.lockkeeper.proto.Topic;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.ApprovalEvent.EventCase;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.DecisionRefused;
import io.lockkeeper.proto.v1.Door;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunQueued;
import io.lockkeeper.proto.v1.RunSucceeded;
import io.lockkeeper.testbed.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(ApprovalTestResource.class)
@NullUnmarked
class DecisionIT extends ServiceScenario {

    @ConfigProperty(name = ApprovalTestResource.PUBLIC_KEY)
    String publicKey;

    @Test
    void asksForApprovalOfAClassifiedMigration() {
        // when
        String id = scene.classified(Risk.RISK_HIGH);

        // then
        var requested = scene.await(id, EventCase.REQUESTED).getRequested();
        assertThat(requested.getSubjectHash()).isEqualTo(Scene.subject(id));
        assertThat(requested.getApprovalsNeeded()).isEqualTo(1);
        assertThat(requested.getApproverGroup()).isEqualTo("dba");
        assertThat(requested.getPolicy()).isEqualTo("default");
        assertThat(requested.getPolicyHash()).startsWith("sha256:");
        assertThat(requested.hasClosedWindow()).isFalse();
        assertThat(state(id)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void refusesTheSubmittersClickAndGrantsAfterTheDbas() throws Exception {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        Answer own = approveInSlack("alice", id);
        Answer dbas = approveInSlack("dana", id);

        // then
        assertThat(own).isEqualTo(new Answer(200, "", own.type()));
        assertThat(dbas.status()).isEqualTo(200);
        ApprovalEvent issued = scene.await(id, EventCase.GRANT_ISSUED);
        assertThat(scene.saidNames(id))
                .containsExactly("REQUESTED", "DECISION_REFUSED", "DECISION_RECORDED", "APPROVED", "GRANT_ISSUED");
        assertRefusal(scene.await(id, EventCase.DECISION_REFUSED).getDecisionRefused(), id);
        assertDecision(scene.await(id, EventCase.DECISION_RECORDED).getDecisionRecorded(), id);
        assertThat(claims(issued).getSubject()).isEqualTo(id);
        assertThat(claims(issued).getStringClaimValue("subject_hash")).isEqualTo(Scene.subject(id));
        assertThat(state(id)).isEqualTo("GRANTED");
        awaitEphemeral("alice", "your own approval does not count");
    }

    @Test
    void grantsLowRiskWithoutAskingAnybody() {
        // when
        String id = scene.classified(Risk.RISK_LOW);

        // then
        scene.await(id, EventCase.GRANT_ISSUED);
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED", "APPROVED", "GRANT_ISSUED");
        assertThat(scene.await(id, EventCase.APPROVED).getApproved().getApproversList())
                .isEmpty();
    }

    @Test
    void countsAMemberOfTheSlackUserGroup() {
        // given: greta is in the group dba by Slack alone, which a timer reads
        String id = asked(Risk.RISK_HIGH);
        Await.until("the user group to be read", Scene.SOON, () -> !doors.slackGot("usergroups.users.list")
                .isEmpty());

        // then
        Await.until("greta to be known as a DBA", Scene.SOON, () -> {
            approveInSlack("greta", id);
            return state(id).equals("GRANTED");
        });
    }

    @Test
    void refusesTheSameAtBothDoors() {
        // given
        String waiting = asked(Risk.RISK_HIGH);
        String decided = asked(Risk.RISK_HIGH);
        approveByRest("dana", decided);

        // then
        assertParity("alice", waiting, Scene.subject(waiting), 403, "OWN_MIGRATION");
        assertParity("boris", waiting, Scene.subject(waiting), 403, "NOT_ALLOWED");
        assertParity("ghost", waiting, Scene.subject(waiting), 403, "UNKNOWN_PERSON");
        assertParity("dana", waiting, "sha256:old", 409, "STALE_SUBJECT");
        assertParity("dana", decided, Scene.subject(decided), 409, "ALREADY_DECIDED");
        assertParity("dora", decided, Scene.subject(decided), 409, "CLOSED");
    }

    @Test
    void letsExactlyOneOfManyClicksAtOnceTakeEffect() throws Exception {
        // given
        String id = asked(Risk.RISK_HIGH);
        CyclicBarrier start = new CyclicBarrier(8);

        // when
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> clicks = List.of(
                    () -> approveByRest("dana", id),
                    () -> approveInSlack("dana", id),
                    () -> approveInSlack("dora", id),
                    () -> approveByRest("dora", id));
            List<Callable<Answer>> twice = List.of(clicks, clicks).stream()
                    .flatMap(List::stream)
                    .<Callable<Answer>>map(click -> () -> {
                        start.await();
                        return click.call();
                    })
                    .toList();
            people.invokeAll(twice);
        }

        // then
        Await.until("all eight to be told of", Scene.SOON, () -> scene.said(id).size() == 11);
        assertThat(scene.saidNames(id)).containsOnlyOnce("DECISION_RECORDED", "APPROVED", "GRANT_ISSUED");
        assertThat(scene.saidNames(id).stream().filter("DECISION_REFUSED"::equals))
                .hasSize(7);
    }

    @Test
    void changesNothingWhenARecordIsDeliveredAgain() {
        // given
        String id = Scene.newId();
        MigrationEvent event = Scene.classified(id, Risk.RISK_HIGH, "target-of-" + id);
        UUID eventId = UUID.randomUUID();

        // when: the same record twice, the same news under another id, and something to wait for
        scene.tell(eventId, event);
        scene.tell(eventId, event);
        scene.tell(event);
        scene.tell(withdrawal(id));

        // then
        awaitState(id, "WITHDRAWN");
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED");
    }

    @Test
    void asksAnewAndForgetsDecisionsWhenTheSubjectChanges() {
        // given
        String id = asked(Risk.RISK_HIGH);
        MigrationEvent event = Scene.classified(id, Risk.RISK_HIGH, "target-of-" + id);

        // when
        scene.tell(event.toBuilder()
                .setClassified(event.getClassified().toBuilder().setSubjectHash("sha256:changed"))
                .build());

        // then
        Await.until("the second request", Scene.SOON, () -> scene.said(id).size() == 2);
        assertThat(approveByRest("dana", id).code()).isEqualTo("STALE_SUBJECT");
        assertThat(doors.decide("dana", id, "approve", "", "sha256:changed").status())
                .isEqualTo(200);
    }

    @Test
    void expiresWhatNobodyDecided() {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        clock.moveBy(Duration.ofHours(25));

        // then
        scene.await(id, EventCase.EXPIRED);
        assertThat(approveByRest("dana", id).code()).isEqualTo("CLOSED");
        scene.await(id, EventCase.DECISION_REFUSED);
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED", "EXPIRED", "DECISION_REFUSED");
    }

    @Test
    void rejectsWithAReasonByRest() {
        // given
        String id = asked(Risk.RISK_HIGH);

        // when
        Answer silent = doors.decide("dana", id, "reject", " ", Scene.subject(id));
        Answer said = doors.decide("dana", id, "reject", "not before the sale", Scene.subject(id));

        // then
        assertThat(silent.status()).isEqualTo(400);
        assertThat(said.json().path("state").asText()).isEqualTo("REJECTED");
        assertThat(scene.await(id, EventCase.REJECTED).getRejected().getComment())
                .isEqualTo("not before the sale");
        assertThat(scene.saidNames(id)).containsExactly("REQUESTED", "DECISION_RECORDED", "REJECTED");
    }

    @Test
    void revokesTheGrantOfAMigrationThatIsWithdrawn() {
        // given
        String id = scene.classified(Risk.RISK_LOW);
        String grant = scene.await(id, EventCase.GRANT_ISSUED).getGrantIssued().getGrantId();

        // when
        scene.tell(withdrawal(id));

        // then
        assertThat(scene.await(id, EventCase.GRANT_REVOKED).getGrantRevoked().getGrantId())
                .isEqualTo(grant);
        assertThat(state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void followsTheRunToItsEnd() {
        // given
        String id = scene.classified(Risk.RISK_LOW);
        scene.await(id, EventCase.GRANT_ISSUED);

        // when
        run(
                id,
                RunEvent.newBuilder()
                        .setQueued(RunQueued.newBuilder().setMigrationId(id).setRunId("r-1"))
                        .build());
        awaitState(id, "RUNNING");
        run(
                id,
                RunEvent.newBuilder()
                        .setSucceeded(RunSucceeded.newBuilder().setMigrationId(id))
                        .build());

        // then
        awaitState(id, "CLOSED");
    }

    private void assertParity(String who, String migration, String subject, int status, String code) {
        // when
        Answer rest = doors.decide(who, migration, "approve", "", subject);
        Answer slack = doors.click(who, "lockkeeper.approve", migration, subject);

        // then
        assertThat(rest.status()).isEqualTo(status);
        assertThat(rest.type()).isEqualTo("application/problem+json");
        assertThat(rest.code()).isEqualTo(code);
        assertThat(slack.status()).isEqualTo(200);
        Await.asserted(code + " of both doors", Scene.SOON, () -> {
            List<DecisionRefused> refused = scene.said(migration).stream()
                    .filter(event -> event.getDecisionRefused().getCode().equals(code))
                    .map(ApprovalEvent::getDecisionRefused)
                    .toList();
            assertThat(refused).extracting(DecisionRefused::getDoor).containsExactly(Door.DOOR_REST, Door.DOOR_SLACK);
            assertThat(refused).allSatisfy(one -> assertThat(one.getReason())
                    .isEqualTo(rest.json().path("detail").asText()));
        });
        awaitEphemeral(who, rest.json().path("detail").asText());
    }

    private static void assertRefusal(DecisionRefused refused, String id) {
        assertThat(refused.getCode()).isEqualTo("OWN_MIGRATION");
        assertThat(refused.getPerson().getIdentity()).isEqualTo("alice");
        assertThat(refused.getPerson().getSlackUserId()).isEqualTo("U0ALICE");
        assertThat(refused.getVersion()).isEqualTo("2026.11.21-1");
        assertThat(refused.getSubjectHash()).isEqualTo(Scene.subject(id));
    }

    private static void assertDecision(DecisionRecorded decision, String id) {
        assertThat(decision.getApprover().getIdentity()).isEqualTo("dana");
        assertThat(decision.getApprover().getSlackTeamId()).isEqualTo("T0LOCK");
        assertThat(decision.getApprover().getSlackUserId()).isEqualTo("U0DANA");
        assertThat(decision.getSubjectHash()).isEqualTo(Scene.subject(id));
        assertThat(decision.getVersion()).isEqualTo("2026.11.21-1");
        assertThat(decision.getDoor()).isEqualTo(Door.DOOR_SLACK);
        assertThat(decision.getChannel()).isEqualTo("C0MIGRATE");
        assertThat(decision.getMessageTs()).isEqualTo("171.001");
        assertThat(decision.getPolicy()).isEqualTo("default");
        assertThat(decision.getApprovals()).isEqualTo(1);
    }

    private JwtClaims claims(ApprovalEvent issued) throws Exception {
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(issued.getGrantIssued().getJws());
        signature.setKey(key);
        assertThat(signature.verifySignature()).isTrue();
        return JwtClaims.parse(signature.getPayload());
    }

    private static MigrationEvent withdrawal(String id) {
        return MigrationEvent.newBuilder()
                .setWithdrawn(MigrationWithdrawn.newBuilder().setMigrationId(id).setBy("alice"))
                .build();
    }

    private void run(String id, RunEvent event) {
        scene.send(UUID.randomUUID(), Topic.RUN, id, event.toByteArray());
    }
}
