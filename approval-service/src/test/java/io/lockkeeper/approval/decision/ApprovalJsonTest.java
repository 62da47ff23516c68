package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.ApprovalState.AwaitingApproval;
import io.lockkeeper.approval.decision.ApprovalState.Closed;
import io.lockkeeper.approval.decision.ApprovalState.Held;
import io.lockkeeper.approval.decision.ApprovalState.RunEnd;
import io.lockkeeper.approval.decision.Attempt.Actor;
import io.lockkeeper.approval.decision.Attempt.Door;
import io.lockkeeper.approval.decision.Attempt.Origin;
import io.lockkeeper.approval.directory.Person;
import io.lockkeeper.approval.directory.SlackUser;
import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.Migrations;
import io.lockkeeper.approval.migration.Risk;
import io.lockkeeper.approval.window.ClosedWindow;
import io.lockkeeper.approval.window.ClosedWindow.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456Z");

    @Test
    void readsWhatItWrote() {
        SlackUser slack = new SlackUser("T1", "U1");
        Person dana = new Person("dana", slack, Set.of("dba"));
        Decision decision = new Decision(
                new Actor(dana, "", slack, ""), Verdict.APPROVE, "fine", new Origin(Door.SLACK, "C1", "1.2"), NOW);
        Migration migration = Migrations.of(Risk.HIGH);
        Terms terms = new Terms("p", "h", 1, "dba", false, NOW, NOW);

        assertThat(ApprovalJson.read(ApprovalJson.write(decision), Decision.class))
                .isEqualTo(decision);
        assertThat(ApprovalJson.read(ApprovalJson.write(migration), Migration.class))
                .isEqualTo(migration);
        assertThat(ApprovalJson.read(ApprovalJson.write(terms), Terms.class)).isEqualTo(terms);
    }

    @Test
    void keepsTheKindOfAState() {
        List<ApprovalState> states = List.of(
                new AwaitingApproval(1, 2, NOW),
                new Held(new ClosedWindow(Kind.PEAK, "noon", NOW, null, NOW)),
                new Closed(RunEnd.ABORTED));

        assertThat(states)
                .allSatisfy(state -> assertThat(ApprovalJson.read(ApprovalJson.write(state), ApprovalState.class))
                        .isEqualTo(state));
        assertThat(ApprovalJson.write(states.get(0))).contains("\"is\":\"awaiting-approval\"");
    }

    @Test
    void readsARowThatANewerVersionWrote() {
        String newer =
                "{\"is\":\"held\",\"since\":1,\"window\":{\"kind\":\"FREEZE\",\"reason\":\"r\",\"until\":\"2026-11-21T10:00:00Z\"}}";

        assertThat(ApprovalJson.read(newer, ApprovalState.class)).isInstanceOf(Held.class);
    }
}
