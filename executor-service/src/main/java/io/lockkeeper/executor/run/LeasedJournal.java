package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.Journal;
import io.lockkeeper.executor.engine.LostLease;
import io.lockkeeper.executor.run.StatementRecord.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The journal of one run, written with its lease. What has happened on the target is written with patience, because losing it
 * would make the outcome unknown; what is about to happen is written once, because not doing it is always safe.
 */
public final class LeasedJournal implements Journal {

    private static final int TRIES = 10;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final LiveRuns runs;
    private final Lease lease;

    public LeasedJournal(LiveRuns runs, Lease lease) {
        this.runs = runs;
        this.lease = lease;
    }

    @Override
    public void started(List<Integer> statements, String phase) {
        try {
            runs.started(lease, statements, phase);
        } catch (LostLease e) {
            throw e;
        } catch (RuntimeException e) {
            throw (LostLease) new LostLease("the journal could not be written before a statement").initCause(e);
        }
    }

    @Override
    public void executed(int statement, long rows) {
        patiently(() -> runs.executed(lease, statement, rows));
    }

    @Override
    public void committed(List<Integer> statements) {
        patiently(() -> runs.ended(lease, statements, State.FINISHED));
    }

    @Override
    public void rolledBack(List<Integer> statements) {
        patiently(() -> runs.ended(lease, statements, State.ROLLED_BACK));
    }

    @Override
    public void failed(int statement) {
        patiently(() -> runs.ended(lease, List.of(statement), State.FAILED));
    }

    private static void patiently(Runnable write) {
        for (int tries = 1; ; tries++) {
            try {
                write.run();
                return;
            } catch (LostLease e) {
                throw e;
            } catch (RuntimeException e) {
                if (tries == TRIES) {
                    throw (LostLease) new LostLease("the journal could not be written").initCause(e);
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }
}
