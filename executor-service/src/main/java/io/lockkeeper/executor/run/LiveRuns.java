package io.lockkeeper.executor.run;

import io.lockkeeper.executor.config.ExecutorConfig;
import io.lockkeeper.executor.engine.LostLease;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.run.StatementRecord.State;
import io.lockkeeper.outbox.Outbox;
import io.lockkeeper.proto.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs in somebody's hands. Every write names the {@link Lease}; one that is not the latest is refused with
 * {@link LostLease}, and nothing changes.
 */
@ApplicationScoped
public class LiveRuns {

    private final RunStore store;
    private final StatementStore statements;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration lease;

    LiveRuns(RunStore store, StatementStore statements, Outbox outbox, Clock clock, ExecutorConfig config) {
        this.store = store;
        this.statements = statements;
        this.outbox = outbox;
        this.clock = clock;
        this.lease = config.runs().lease();
    }

    /** A run and the right to it. */
    public record Held(Run run, Lease lease) {}

    /** Takes the next run in line, of any target that has no live run. */
    @Transactional
    public Optional<Held> claim(String owner) {
        return store.lockNext().map(row -> {
            Instant now = clock.instant();
            Lease held = new Lease(new RunId(row.id), owner, row.token + 1);
            change(row, new RunChange.Claimed(held), now);
            row.startedAt = now;
            store.flush();
            store.extend(held, lease, false);
            tellPhase(row, now);
            return new Held(RunStore.read(row), held);
        });
    }

    /** Extends the lease; false when the run is in other hands or has ended. */
    @Transactional
    public boolean renew(Lease held) {
        return store.extend(held, lease, false);
    }

    /** Every check before the first statement passed. */
    @Transactional
    public void prepared(Lease held, int count) {
        RunEntity row = owned(held);
        Instant now = clock.instant();
        change(row, new RunChange.Prepared(count), now);
        outbox.put(Topic.RUN, row.migrationId, RunWire.started(RunStore.read(row), held.owner(), count, now));
    }

    /** Refused also when the lease ran out unnoticed: nothing may be sent to the target that recovery could overlook. */
    @Transactional
    public void started(Lease held, List<Integer> indexes, String phase) {
        if (!store.extend(held, lease, true)) {
            throw lost(held);
        }
        RunEntity row = owned(held);
        Instant now = clock.instant();
        indexes.forEach(index -> statements.started(held.run(), index, now));
        change(row, new RunChange.Entered(phase, row.statementsDone), now);
        tellPhase(row, now);
    }

    @Transactional
    public void executed(Lease held, int index, long rows) {
        owned(held);
        statements.executed(held.run(), index, rows, clock.instant());
    }

    /** Notes the end of statements: FINISHED, ROLLED_BACK or FAILED. */
    @Transactional
    public void ended(Lease held, List<Integer> indexes, State state) {
        RunEntity row = owned(held);
        Instant now = clock.instant();
        indexes.forEach(index -> statements.ended(held.run(), index, state, now));
        String phase = row.phase == null ? RunState.PREFLIGHT : row.phase;
        change(row, new RunChange.Entered(phase, statements.countFinished(held.run())), now);
    }

    /** Ends the run and returns it as it ended. */
    @Transactional
    public Run end(Lease held, Outcome outcome) {
        RunEntity row = owned(held);
        return end(row, new RunChange.Ended(outcome));
    }

    /** Number of the next sample, from 1; empty when the lease is gone. */
    @Transactional
    public Optional<Long> countSample(Lease held) {
        return store.countSample(held);
    }

    /**
     * Judges one run whose executor has not been heard of for a whole lease.
     *
     * @return it, as it is now; empty when there is none
     */
    @Transactional
    public Optional<Run> recover() {
        return store.lockExpired().map(row -> {
            RunChange change = Recovery.judge(row.statements, statements.of(new RunId(row.id)));
            // The former holder, should it come back, carries an old token from now on.
            row.token++;
            if (change instanceof RunChange.Requeued) {
                change(row, change, clock.instant());
                return RunStore.read(row);
            }
            return end(row, change);
        });
    }

    private Run end(RunEntity row, RunChange change) {
        Instant now = clock.instant();
        change(row, change, now);
        Run run = RunStore.read(row);
        outbox.put(Topic.RUN, row.migrationId, RunWire.ended(run, statements.of(run.id()), now));
        return run;
    }

    private RunEntity owned(Lease held) {
        return store.held(held).orElseThrow(() -> lost(held));
    }

    private static LostLease lost(Lease held) {
        return new LostLease("run " + held.run() + " is no longer held with token " + held.token());
    }

    private void tellPhase(RunEntity row, Instant now) {
        String phase = row.phase == null ? "" : row.phase;
        outbox.put(Topic.RUN, row.migrationId, RunWire.phase(RunStore.read(row), phase, row.statementsDone, now));
    }

    private static void change(RunEntity row, RunChange change, Instant now) {
        RunStore.write(row, RunState.next(RunStore.state(row), change), now);
    }
}
