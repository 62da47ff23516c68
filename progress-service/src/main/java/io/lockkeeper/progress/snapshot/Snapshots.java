package io.lockkeeper.progress.snapshot;

import io.lockkeeper.outbox.Outbox;
import io.lockkeeper.progress.event.Fact;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.RunId;
import io.lockkeeper.progress.event.Told;
import io.lockkeeper.proto.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The doorway of snapshots: whatever changes a run's progress publishes what is owed in the same transaction. */
@ApplicationScoped
public class Snapshots {

    private final RunProgressStore store;
    private final Outbox outbox;
    private final Clock clock;

    Snapshots(RunProgressStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes a sample in; publishes at once when the statement or the activity changed, else at most once a second. */
    @Transactional(Transactional.TxType.MANDATORY)
    void sampled(MigrationId migration, RunId run, Sample sample) {
        RunProgress progress = store.lock(migration, run).with(sample);
        store.save(publishIfDue(progress));
    }

    /** What an event of the run topic means for live progress. Publishes nothing: the ticker does, within a second. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void told(Told told) {
        if (!(told.reading().fact() instanceof Fact.OfRun fact)) {
            return;
        }
        MigrationId migration = told.migration();
        switch (fact) {
            case Fact.Started(RunId run, int statements, Instant at) ->
                change(migration, run, progress -> progress.started(statements, at));
            case Fact.Paused(RunId run, String reason) ->
                change(migration, run, progress -> progress.paused(true, told.time()));
            case Fact.Resumed(RunId run) -> change(migration, run, progress -> progress.paused(false, told.time()));
            case Fact.Succeeded(RunId run, int statements, long rows, Instant from, Instant at) ->
                change(migration, run, RunProgress::end);
            case Fact.Failed(RunId run, String code, String message, int index, int done, Instant at) ->
                change(migration, run, RunProgress::end);
            case Fact.Aborted(RunId run, String by, int done, Instant at) -> change(migration, run, RunProgress::end);
            case Fact.OutcomeUnknown(RunId run, String reason, int index, Instant at) ->
                change(migration, run, RunProgress::end);
            case Fact.Queued queued -> {}
            case Fact.PhaseEntered entered -> {}
            case Fact.NotedByRun noted -> {}
        }
    }

    /** Publishes the snapshot of {@code run} if one is owed; not while someone else works on the run. */
    @Transactional
    boolean tick(RunId run) {
        Optional<RunProgress> progress = store.lockIfFree(run);
        if (progress.isEmpty() || !progress.get().due(clock.instant())) {
            return false;
        }
        store.save(publishIfDue(progress.get()));
        return true;
    }

    /** Runs that are live now. */
    @Transactional
    List<RunProgress> live() {
        return store.live();
    }

    /** The last snapshot that was published of {@code migration}. */
    @Transactional
    public Optional<Snapshot> lastOf(MigrationId migration) {
        return store.newestOf(migration).map(RunProgress::published);
    }

    private void change(MigrationId migration, RunId run, UnaryOperator<RunProgress> change) {
        store.save(change.apply(store.lock(migration, run)));
    }

    private RunProgress publishIfDue(RunProgress progress) {
        Instant now = clock.instant();
        if (!progress.due(now)) {
            return progress;
        }
        Snapshot snapshot = progress.snapshot(now);
        outbox.put(Topic.SNAPSHOT, snapshot.migration().value(), SnapshotWire.write(snapshot));
        return progress.published(snapshot);
    }
}
