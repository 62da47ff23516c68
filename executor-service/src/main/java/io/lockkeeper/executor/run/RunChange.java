package io.lockkeeper.executor.run;

import io.lockkeeper.executor.engine.Outcome;

/** What can happen to a run. */
public sealed interface RunChange {

    /** An executor took it. */
    record Claimed(Lease lease) implements RunChange {}

    /** Every check before the first statement passed. */
    record Prepared(int statements) implements RunChange {}

    /** It went on to the next phase. */
    record Entered(String phase, int statementsDone) implements RunChange {}

    /** Its executor went away before the first statement: somebody else may take it. */
    record Requeued() implements RunChange {}

    /** The engine, a check, or recovery said what came of it. */
    record Ended(Outcome outcome) implements RunChange {}

    /** approval-service took the grant back; possible until an executor took the run. */
    record Revoked(String reason) implements RunChange {}
}
