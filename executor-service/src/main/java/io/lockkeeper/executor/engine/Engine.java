package io.lockkeeper.executor.engine;

import java.util.Set;

/** What executes a migration. Stateless; one instance serves many runs at once. */
public interface Engine {

    /** As in bundles and events: {@code native}, {@code liquibase}. */
    String name();

    /** What a person can ask of a live run of this engine: only what it truly can. */
    Set<Control> controls();

    /**
     * Runs the whole plan on the context's session and says what came of it. Never throws for a failure on the target.
     *
     * @throws LostLease when the run was taken away; whatever is in flight is then for recovery to judge
     */
    Outcome run(RunContext context);

    /** Things a live run can be asked for. */
    enum Control {
        PAUSE,
        RESUME,
        ABORT,
        CUT_OVER
    }
}
