package io.lockkeeper.executor.engine;

/** What came of a run. */
public sealed interface Outcome {

    /** Everything is done and permanent. */
    record Succeeded(int statements, long rows) implements Outcome {}

    /**
     * It stopped, and what is applied is known.
     *
     * @param message sanitised: no SQL, no row data
     * @param statementIndex what failed, from 0; -1 when no statement was running
     * @param statementsDone statements whose effect is permanent
     */
    record Failed(FailureCode code, String message, int statementIndex, int statementsDone) implements Outcome {

        /** Refused before the first statement. */
        public static Failed beforeStart(FailureCode code, String message) {
            return new Failed(code, message, -1, 0);
        }
    }

    /** A person or approval-service stopped it, and what is applied is known. */
    record Aborted(String reason, int statementsDone) implements Outcome {}

    /** Nobody knows whether the statement took effect; only a person may decide what comes next. */
    record Unknown(String reason, int statementIndex) implements Outcome {}
}
