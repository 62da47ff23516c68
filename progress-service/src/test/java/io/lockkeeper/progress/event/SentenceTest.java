package io.lockkeeper.progress.event;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceTest {

    private static final Samples SAMPLES = new Samples("m-1");
    private static final List<Message> ALL = List.of(
            SAMPLES.submitted(),
            SAMPLES.classified(),
            SAMPLES.withdrawn(),
            SAMPLES.requested(),
            SAMPLES.recorded(Verdict.VERDICT_APPROVE),
            SAMPLES.recorded(Verdict.VERDICT_REJECT),
            SAMPLES.decisionRefused(),
            SAMPLES.approved(),
            SAMPLES.rejected(),
            SAMPLES.expired(),
            SAMPLES.held(),
            SAMPLES.granted(),
            SAMPLES.revoked(),
            SAMPLES.controlRequested(),
            SAMPLES.controlRefused(),
            SAMPLES.queued(),
            SAMPLES.started(),
            SAMPLES.phase(),
            SAMPLES.controlApplied(),
            SAMPLES.paused(),
            SAMPLES.resumed(),
            SAMPLES.cutOverReady(),
            SAMPLES.succeeded(),
            SAMPLES.failed(),
            SAMPLES.aborted(),
            SAMPLES.outcomeUnknown(),
            SAMPLES.hookFinished());

    private static final String GOLDEN = """
            MigrationSubmitted [alice] alice (through ci) submitted 2026.11.21-1 for shop-production (production, postgresql 17.11), to be run by liquibase.
            MigrationClassified [] Classified HIGH: 2 statements (1 HIGH, 1 LOW).
            MigrationWithdrawn [alice] alice withdrew the migration: wrong branch.
            ApprovalRequested [] 1 approval asked for, from group dba, before 2026-11-22 09:00 UTC (policy default). Right now a freeze until 2026-11-21 11:00 UTC (Black Friday) would hold it.
            DecisionRecorded [dana] dana decided to approve version 2026.11.21-1 in Slack (1 of 1): quiet hour, go.
            DecisionRecorded [dana] dana decided to reject version 2026.11.21-1 in Slack: quiet hour, go.
            DecisionRefused [Slack user U0MALLORY of team T0LOCK] Slack user U0MALLORY of team T0LOCK tried to approve in Slack and was refused (UNKNOWN_PERSON): You are not in Lockkeeper's directory.
            MigrationApproved [dana] Approved by dana.
            MigrationRejected [dana] Rejected by dana: use CONCURRENTLY.
            ApprovalExpired [] Approval expired: not enough approvers decided in time.
            MigrationHeld [] Held by a freeze until 2026-11-21 11:00 UTC (Black Friday). Suggested start: 2026-11-21 11:00 UTC.
            GrantIssued [] Grant grant-1 issued, valid from 2026-11-21 09:01 UTC to 2026-11-21 09:31 UTC.
            GrantRevoked [] Grant grant-1 revoked: a freeze began.
            ControlRequested [dana] dana asked for: pause.
            ControlRefused [dana] dana asked for cut-over and was refused: engine liquibase has no cut-over.
            RunQueued [] Run queued for shop-production, engine liquibase.
            RunStarted [] Run started on executor-0: 2 statements.
            PhaseChanged [] Entered phase statement 2 of 2; 1 statement finished.
            ControlApplied [] Control took effect: pause.
            RunPaused [] Run paused: asked by dana.
            RunResumed [] Run resumed.
            CutOverReady [] Ready to cut over.
            RunSucceeded [] Run succeeded: 2 statements, 2,000,000 rows affected, in 1 min 15 s.
            RunFailed [] Run failed (STATEMENT_FAILED) at statement 2: column contains null values. 1 statement had finished and stays applied.
            RunAborted [dana] Run aborted by dana. No statement had finished before it.
            RunOutcomeUnknown [] Nobody knows whether statement 2 took effect: the connection was lost at COMMIT. A person has to look at the target.
            HookFinished [] Hook post_execute succeeded: row counts agree.
            """;

    @Test
    void everyEventHasItsSentence() {
        // when
        String sentences = ALL.stream()
                .map(event -> Tellings.read(event).orElseThrow())
                .map(reading -> reading.type() + " [" + reading.actor() + "] " + reading.sentence() + "\n")
                .collect(Collectors.joining());

        // then
        assertThat(sentences).isEqualTo(GOLDEN);
    }

    @Test
    void noEventTypeOfTheContractIsLeftOut() {
        // given
        Set<String> contract = Stream.of(
                        MigrationEvent.getDescriptor(), ApprovalEvent.getDescriptor(), RunEvent.getDescriptor())
                .flatMap(SentenceTest::members)
                .collect(Collectors.toSet());

        // when
        Set<String> told = ALL.stream()
                .map(event -> Tellings.read(event).orElseThrow().type())
                .collect(Collectors.toSet());

        // then
        assertThat(told).isEqualTo(contract);
    }

    @Test
    void everyEventNamesItsMigration() {
        assertThat(ALL).allSatisfy(event -> assertThat(
                        Tellings.read(event).orElseThrow().migrationId())
                .isEqualTo("m-1"));
    }

    @Test
    void anEventOfANewerServiceIsNotRead() {
        assertThat(Tellings.read(RunEvent.getDefaultInstance())).isEmpty();
        assertThat(Tellings.read(ApprovalEvent.getDefaultInstance())).isEmpty();
        assertThat(Tellings.read(MigrationEvent.getDefaultInstance())).isEmpty();
    }

    @Test
    void aDetailIsProtobufsOwnJsonWithTheGrantHashed() {
        // when
        String held = Tellings.read(SAMPLES.held()).orElseThrow().body();
        String granted = Tellings.read(SAMPLES.granted()).orElseThrow().body();
        String succeeded = Tellings.read(SAMPLES.succeeded()).orElseThrow().body();

        // then
        assertThat(held)
                .isEqualTo("{\"migrationId\":\"m-1\",\"window\":{\"kind\":\"freeze\",\"reason\":\"Black Friday\","
                        + "\"until\":\"2026-11-21T11:00:00Z\",\"suggestedFrom\":\"2026-11-21T11:00:00Z\","
                        + "\"suggestedUntil\":\"2026-11-21T11:30:00Z\"},\"at\":\"2026-11-21T09:01:01Z\"}");
        assertThat(granted).contains("\"jws\":\"sha256:").doesNotContain("secret");
        assertThat(succeeded).contains("\"statements\":2,\"rowsAffected\":\"2000000\"");
    }

    private static Stream<String> members(Descriptor event) {
        return new ArrayList<>(event.getFields())
                .stream().map(FieldDescriptor::getMessageType).map(Descriptor::getName);
    }
}
