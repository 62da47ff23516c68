package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.ApprovalState.Approved;
import io.lockkeeper.approval.decision.ApprovalState.AwaitingApproval;
import io.lockkeeper.approval.decision.ApprovalState.Event;
import io.lockkeeper.approval.decision.ApprovalState.Held;
import io.lockkeeper.approval.decision.ApprovalState.Rejected;
import io.lockkeeper.approval.decision.Attempt.Actor;
import io.lockkeeper.approval.decision.Attempt.Door;
import io.lockkeeper.approval.decision.Attempt.Origin;
import io.lockkeeper.approval.directory.Person;
import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.Migrations;
import io.lockkeeper.approval.migration.Risk;
import io.lockkeeper.approval.migration.SubjectHash;
import io.lockkeeper.approval.window.ClosedWindow;
import io.lockkeeper.approval.window.ClosedWindow.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApprovalTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Policy POLICY = new Policy("default", 0, 1, 1, false, Duration.ofHours(24), "dba");
    private static final Policy TWO = new Policy("two", 0, 1, 2, false, Duration.ofHours(24), "dba");
    private static final Policy LENIENT = new Policy("lenient", 1, 1, 1, true, Duration.ofHours(24), "dba");

    private static final Person DANA = person("dana", "dba");
    private static final Person DORA = person("dora", "dba");
    private static final Person BORIS = person("boris", "backend");
    private static final Person ALICE = person("alice", "dba");

    @Test
    void countsAMemberOfTheGroup() {
        // given
        Approval approval = Approval.open(Migrations.of(Risk.HIGH), POLICY, NOW);

        // when
        Decision.Result result = approval.judge(approve(DANA), NOW);

        // then
        assertThat(result).isEqualTo(new Decision.Counted(1, 1, new Approved(NOW)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheSubmittersOwnApproval(Risk risk) {
        // given
        Approval approval = waiting(risk, POLICY);

        // when
        Decision.Result result = approval.judge(approve(ALICE), NOW);

        // then
        assertThat(result).isInstanceOf(Decision.OwnMigration.class);
    }

    @Test
    void refusesTheIdentityOfTheCredentialThatSubmitted() {
        // given
        Approval approval = waiting(Risk.HIGH, POLICY);

        // when
        Decision.Result result = approval.judge(approve(person("ci", "dba")), NOW);

        // then
        assertThat(result).isInstanceOf(Decision.OwnMigration.class);
    }

    @Test
    void refusesTheCredentialThatSubmittedWhoeverItSpeaksFor() {
        // given
        Approval approval = waiting(Risk.HIGH, POLICY);
        Actor dana = new Actor(DANA, "dana", null, "ci");

        // when
        Decision.Result result = approval.judge(attempt(Verdict.APPROVE, dana, "sha256:aa"), NOW);

        // then
        assertThat(result).isInstanceOf(Decision.OwnMigration.class);
    }

    @ParameterizedTest
    @EnumSource
    void neverLetsALenientPolicyReachHigh(Risk risk) {
        // given
        Approval approval = Approval.open(Migrations.of(risk), LENIENT, NOW);

        // when
        Decision.Result result = approval.judge(approve(ALICE), NOW);

        // then
        assertThat(result).isInstanceOf(risk == Risk.HIGH ? Decision.OwnMigration.class : Decision.Counted.class);
    }

    @Test
    void refusesSomebodyOutsideTheGroup() {
        Approval approval = waiting(Risk.HIGH, POLICY);

        assertThat(approval.judge(approve(BORIS), NOW)).isInstanceOf(Decision.NotAllowed.class);
        assertThat(approval.judge(reject(BORIS), NOW)).isInstanceOf(Decision.NotAllowed.class);
    }

    @Test
    void refusesAPersonTheDirectoryDoesNotKnow() {
        // given
        Approval approval = waiting(Risk.HIGH, POLICY);
        Actor stranger = new Actor(null, "", new SlackUser("T1", "U1"), "");

        // when
        Decision.Result result = approval.judge(attempt(Verdict.APPROVE, stranger, "sha256:aa"), NOW);

        // then
        assertThat(result).isInstanceOf(Decision.UnknownPerson.class);
    }

    @Test
    void refusesTheButtonOfAnotherSubject() {
        // given
        Approval approval = waiting(Risk.HIGH, POLICY);

        // when
        Decision.Result result = approval.judge(attempt(Verdict.APPROVE, actor(DANA), "sha256:bb"), NOW);

        // then
        assertThat(result).isEqualTo(new Decision.StaleSubject("2026.11.21-1", new SubjectHash("sha256:aa")));
    }

    @Test
    void refusesASecondDecisionOfTheSamePerson() {
        // given
        Approval approval = decided(waiting(Risk.HIGH, TWO), DANA);

        // when
        Decision.Result again = approval.judge(approve(DANA), NOW);
        Decision.Result other = approval.judge(reject(DANA), NOW);

        // then
        assertThat(again).isEqualTo(new Decision.AlreadyDecided("2026.11.21-1", Verdict.APPROVE));
        assertThat(other).isInstanceOf(Decision.AlreadyDecided.class);
    }

    @Test
    void tellsADoubleClickThatItWasCounted() {
        // given
        Approval approval = decided(waiting(Risk.HIGH, POLICY), DANA);

        // when
        Decision.Result again = approval.judge(approve(DANA), NOW);

        // then
        assertThat(again).isInstanceOf(Decision.AlreadyDecided.class);
    }

    @Test
    void isClosedForAnybodyElseOnceDecided() {
        // given
        Approval approval = decided(waiting(Risk.HIGH, POLICY), DANA);

        // when
        Decision.Result late = approval.judge(approve(DORA), NOW);

        // then
        assertThat(late).isEqualTo(new Decision.Closed("2026.11.21-1", "approved"));
    }

    @Test
    void waitsForTheSecondPersonWhereTwoAreNeeded() {
        // given
        Approval one = decided(waiting(Risk.HIGH, TWO), DANA);

        // when
        Approval both = decided(one, DORA);

        // then
        assertThat(one.state()).isEqualTo(new AwaitingApproval(1, 2, NOW.plus(Duration.ofHours(24))));
        assertThat(both.state()).isEqualTo(new Approved(NOW));
        assertThat(both.approvers()).extracting(Actor::identity).containsExactly("dana", "dora");
    }

    @Test
    void oneRejectionEndsIt() {
        // given
        Approval one = decided(waiting(Risk.HIGH, TWO), DANA);

        // when
        Decision.Result result = one.judge(reject(DORA), NOW);

        // then
        assertThat(result).isEqualTo(new Decision.Counted(1, 2, new Rejected("dora", NOW)));
    }

    @Test
    void letsTheSubmitterStopTheirOwnMigration() {
        // given
        Approval approval = waiting(Risk.HIGH, POLICY);

        // when
        Decision.Result result = approval.judge(reject(person("alice", "backend")), NOW);

        // then
        assertThat(result).isEqualTo(new Decision.Counted(0, 1, new Rejected("alice", NOW)));
    }

    @Test
    void asksAnewWhenTheSubjectChanges() {
        // given
        Approval one = decided(waiting(Risk.HIGH, TWO), DANA);

        // when
        Approval anew =
                one.reopen(Migrations.of(Risk.HIGH, "sha256:bb"), TWO, NOW).orElseThrow();

        // then
        assertThat(anew.decisions()).isEmpty();
        assertThat(anew.state()).isInstanceOf(AwaitingApproval.class);
        assertThat(anew.judge(attempt(Verdict.APPROVE, actor(DANA), "sha256:bb"), NOW))
                .isInstanceOf(Decision.Counted.class);
    }

    @Test
    void voidsAHeldApprovalWhenTheSubjectChanges() {
        // given
        ClosedWindow freeze = new ClosedWindow(Kind.FREEZE, "sale", NOW.plusSeconds(60), null, null);
        Approval held = decided(waiting(Risk.HIGH, POLICY), DANA)
                .after(new Event.WindowShut(freeze))
                .orElseThrow();

        // when
        Approval anew =
                held.reopen(Migrations.of(Risk.HIGH, "sha256:bb"), POLICY, NOW).orElseThrow();

        // then
        assertThat(held.state()).isInstanceOf(Held.class);
        assertThat(anew.state()).isInstanceOf(AwaitingApproval.class);
    }

    @Test
    void runsOutWhenNobodyDecided() {
        Approval approval = waiting(Risk.HIGH, POLICY);

        assertThat(approval.ranOut(NOW.plus(Duration.ofHours(24)).minusNanos(1)))
                .isFalse();
        assertThat(approval.ranOut(NOW.plus(Duration.ofHours(24)))).isTrue();
    }

    @Test
    void cannotBeMadeForAHighMigrationWithoutASecondPerson() {
        Terms nobody = new Terms("p", "h", 0, "dba", false, NOW, NOW);
        Terms self = new Terms("p", "h", 1, "dba", true, NOW, NOW);

        assertThatThrownBy(() -> new Approval(Migrations.of(Risk.HIGH), nobody, List.of(), new Approved(NOW)))
                .hasMessageContaining("without a second person");
        assertThatThrownBy(() -> new Approval(Migrations.of(Risk.HIGH), self, List.of(), new Approved(NOW)))
                .hasMessageContaining("without a second person");
    }

    @Test
    void isNeverGrantedWhenItsOnlyApproverSubmittedIt() {
        // given
        Decision own = new Decision(actor(ALICE), Verdict.APPROVE, "", Origin.REST, NOW);
        Approval broken = new Approval(
                Migrations.of(Risk.HIGH),
                new Terms("p", "h", 1, "dba", false, NOW, NOW),
                List.of(own),
                new Approved(NOW));

        // then
        assertThatThrownBy(broken::requireSecondPerson).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhatToDoWithEveryRefusal() {
        List<Decision.Refusal> refusals = List.of(
                new Decision.OwnMigration("v1", "dba"),
                new Decision.AlreadyDecided("v1", Verdict.APPROVE),
                new Decision.NotAllowed("v1", "dba"),
                new Decision.Closed("v1", "granted"),
                new Decision.StaleSubject("v1", new SubjectHash("sha256:aa")),
                new Decision.UnknownPerson("v1"));

        assertThat(refusals).hasSameSizeAs(Decision.Refusal.class.getPermittedSubclasses());
        assertThat(refusals).extracting(Decision.Refusal::code).doesNotHaveDuplicates();
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal.sentence()).contains(". "));
    }

    private static Approval waiting(Risk risk, Policy policy) {
        Policy asking = policy.low() == 0
                ? new Policy(policy.name(), 1, policy.medium(), policy.high(), false, policy.expiry(), policy.group())
                : policy;
        return Approval.open(Migrations.of(risk), asking, NOW);
    }

    private static Approval decided(Approval approval, Person person) {
        Attempt attempt = approve(person);
        Decision.Counted counted = (Decision.Counted) approval.judge(attempt, NOW);
        return approval.with(new Decision(attempt.actor(), attempt.verdict(), "", attempt.origin(), NOW), counted);
    }

    private static Attempt approve(Person person) {
        return attempt(Verdict.APPROVE, actor(person), "sha256:aa");
    }

    private static Attempt reject(Person person) {
        return attempt(Verdict.REJECT, actor(person), "sha256:aa");
    }

    private static Attempt attempt(Verdict verdict, Actor actor, String subject) {
        return new Attempt(
                new MigrationId("m-1"),
                new SubjectHash(subject),
                verdict,
                "because",
                actor,
                new Origin(Door.SLACK, "C1", "1.2"));
    }

    private static Actor actor(Person person) {
        return new Actor(person, "", person.slack(), "");
    }

    private static Person person(String identity, @Nullable String group) {
        return new Person(identity, new SlackUser("T0LOCK", "U0" + identity), group == null ? Set.of() : Set.of(group));
    }
}
