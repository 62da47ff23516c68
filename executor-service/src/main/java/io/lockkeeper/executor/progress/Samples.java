package io.lockkeeper.executor.progress;

import io.lockkeeper.executor.run.LiveRuns;
import io.lockkeeper.executor.run.Run;
import io.lockkeeper.outbox.Outbox;
import io.lockkeeper.proto.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Where samples leave: numbered and put into the outbox in one transaction. */
@ApplicationScoped
public class Samples {

    private final LiveRuns runs;
    private final Outbox outbox;
    private final Clock clock;

    Samples(LiveRuns runs, Outbox outbox, Clock clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Publishes unless the run is in other hands by now. */
    @Transactional
    public void publish(LiveRuns.Held held, Sample sample) {
        Run run = held.run();
        runs.countSample(held.lease())
                .ifPresent(sequence -> outbox.put(
                        Topic.PROGRESS,
                        run.id().toString(),
                        ProgressWire.sampled(run, sequence, sample, clock.instant())));
    }
}
