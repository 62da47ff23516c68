package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.ApprovalState.Approved;
import io.lockkeeper.approval.decision.ApprovalState.AwaitingApproval;
import io.lockkeeper.approval.decision.ApprovalState.Closed;
import io.lockkeeper.approval.decision.ApprovalState.Event;
import io.lockkeeper.approval.decision.ApprovalState.Expired;
import io.lockkeeper.approval.decision.ApprovalState.Granted;
import io.lockkeeper.approval.decision.ApprovalState.Held;
import io.lockkeeper.approval.decision.ApprovalState.Rejected;
import io.lockkeeper.approval.decision.ApprovalState.RunEnd;
import io.lockkeeper.approval.decision.ApprovalState.Running;
import io.lockkeeper.approval.decision.ApprovalState.Withdrawn;
import io.lockkeeper.approval.grant.GrantId;
import io.lockkeeper.approval.window.ClosedWindow;
import io.lockkeeper.approval.window.ClosedWindow.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApprovalStateTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ClosedWindow FREEZE = new ClosedWindow(Kind.FREEZE, "sale", NOW.plusSeconds(60), null, null);

    /** The first two samples of a state differ where its data decide what follows. */
    private static final List<ApprovalState> STATES = List.of(
            new AwaitingApproval(0, 2, NOW),
            new AwaitingApproval(1, 2, NOW),
            new Approved(NOW),
            new Held(FREEZE),
            new Granted(new GrantId("g")),
            new Running(new GrantId("g"), "r"),
            new Rejected("dana", NOW),
            new Expired(NOW),
            new Withdrawn("alice", NOW),
            new Closed(RunEnd.SUCCEEDED));

    private static final List<Event> EVENTS = List.of(
            new Event.ApprovalCounted(NOW),
            new Event.RejectionCounted("dana", NOW),
            new Event.TimeRanOut(NOW),
            new Event.MigrationWithdrawn("alice", NOW),
            new Event.SubjectChanged(new AwaitingApproval(0, 2, NOW)),
            new Event.WindowShut(FREEZE),
            new Event.GrantSigned(new GrantId("g")),
            new Event.RunClaimed("r"),
            new Event.RunOver(RunEnd.SUCCEEDED));

    @Test
    void hasASampleOfEveryStateAndEvent() {
        assertThat(STATES.stream().map(Object::getClass))
                .containsAll(Stream.of(ApprovalState.class.getPermittedSubclasses())
                        .filter(state -> state != Event.class)
                        .toList());
        assertThat(EVENTS.stream().map(Object::getClass)).containsAll(List.of(Event.class.getPermittedSubclasses()));
    }

    @Test
    void drawsTheDiagramThatIsPublished() throws IOException {
        // when
        String drawn = draw();

        // then
        assertThat(drawn)
                .as(
                        "src/test/resources/approval-states.mmd, which docs/state-machines.md shows, is stale; it should be:\n%s",
                        drawn)
                .isEqualTo(published());
    }

    @Test
    void neverLeavesATerminalState() {
        for (ApprovalState state : STATES) {
            for (Event event : EVENTS) {
                if (state.terminal()) {
                    assertThat(ApprovalState.next(state, event))
                            .as("%s, %s", state, event)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void grantsOnlyWhatWasApproved() {
        for (ApprovalState state : STATES) {
            boolean granted = ApprovalState.next(state, new Event.GrantSigned(new GrantId("g")))
                    .isPresent();
            assertThat(granted).as("%s", state).isEqualTo(state instanceof Approved || state instanceof Held);
        }
    }

    @Test
    void asksNobodyWhereNoApprovalIsNeeded() {
        assertThat(ApprovalState.opened(0, NOW, NOW.plusSeconds(1))).isEqualTo(new Approved(NOW));
        assertThat(ApprovalState.opened(1, NOW, NOW.plusSeconds(1)))
                .isEqualTo(new AwaitingApproval(0, 1, NOW.plusSeconds(1)));
    }

    private static String draw() {
        Set<String> lines = new LinkedHashSet<>();
        lines.add("    [*] --> AWAITING_APPROVAL: n people needed");
        lines.add("    [*] --> APPROVED: nobody needed");
        for (ApprovalState state : STATES) {
            for (Event event : EVENTS) {
                Optional<ApprovalState> next = ApprovalState.next(state, event);
                next.ifPresent(to -> lines.add("    %s --> %s: %s"
                        .formatted(state.label(), to.label(), event.getClass().getSimpleName())));
            }
        }
        STATES.stream()
                .filter(ApprovalState::terminal)
                .forEach(state -> lines.add("    %s --> [*]".formatted(state.label())));
        return "stateDiagram-v2\n" + String.join("\n", lines) + "\n";
    }

    private static String published() throws IOException {
        try (InputStream file = ApprovalStateTest.class.getResourceAsStream("/approval-states.mmd")) {
            return file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
