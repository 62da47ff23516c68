package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Outcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RunStateTest {

    private static final Lease LEASE = new Lease(new RunId(new UUID(1, 2)), "host/1", 7);

    private static final List<RunState> STATES = List.of(
            new RunState.Queued(),
            new RunState.Running(LEASE, "preflight", 0, 0),
            new RunState.Running(LEASE, "statement 2 of 3", 3, 1),
            new RunState.Succeeded(3, 10),
            new RunState.Failed(FailureCode.STATEMENT_FAILED, "no", 1, 1),
            new RunState.Aborted("revoked", 0),
            new RunState.Unknown("crash", 1));

    private static final List<RunChange> CHANGES = List.of(
            new RunChange.Claimed(LEASE),
            new RunChange.Prepared(3),
            new RunChange.Entered("statement 1 of 3", 0),
            new RunChange.Requeued(),
            new RunChange.Ended(new Outcome.Succeeded(3, 10)),
            new RunChange.Ended(new Outcome.Failed(FailureCode.STATEMENT_FAILED, "no", 1, 1)),
            new RunChange.Ended(new Outcome.Aborted("by alice", 1)),
            new RunChange.Ended(new Outcome.Unknown("crash", 1)),
            new RunChange.Revoked("freeze"));

    /** The whole machine: every legal pair, as "state + change -> state". */
    private static final Set<String> LEGAL = Set.of(
            "Queued + Claimed -> Running",
            "Queued + Revoked -> Aborted",
            "Running + Prepared -> Running",
            "Running + Entered -> Running",
            "Running + Requeued -> Queued",
            "Running + Ended -> Succeeded",
            "Running + Ended -> Failed",
            "Running + Ended -> Aborted",
            "Running + Ended -> Unknown");

    @Test
    void knowsExactlyTheLegalPairsAndRefusesAllOthers() {
        // given
        Set<String> seen = new TreeSet<>();

        // when
        for (RunState state : STATES) {
            for (RunChange change : CHANGES) {
                try {
                    seen.add(name(state) + " + " + name(change) + " -> " + name(RunState.next(state, change)));
                } catch (IllegalStateException refused) {
                    assertThat(refused).hasMessageContaining(name(state)).hasMessageContaining(name(change));
                }
            }
        }

        // then
        assertThat(seen).containsExactlyInAnyOrderElementsOf(LEGAL);
    }

    @Test
    void hasASampleOfEveryStateAndEveryChange() {
        assertThat(STATES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RunState.class.getPermittedSubclasses());
        assertThat(CHANGES.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RunChange.class.getPermittedSubclasses());
        assertThat(CHANGES.stream()
                        .filter(RunChange.Ended.class::isInstance)
                        .map(change -> ((RunChange.Ended) change).outcome().getClass())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of((Object[]) Outcome.class.getPermittedSubclasses()));
    }

    @Test
    void neverRequeuesARunWithAnAppliedStatement() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        RunState.next(new RunState.Running(LEASE, "statement 2 of 3", 3, 1), new RunChange.Requeued()));
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }
}
