package io.lockkeeper.executor.engine;

/** Why a run failed; the name travels in {@code RunFailed.code}. */
public enum FailureCode {
    /** The grant does not permit this run. */
    GRANT_REFUSED,
    /** The grant's time was over before the first statement. */
    GRANT_EXPIRED,
    /** risk-service did not hand out the bundle. */
    BUNDLE_UNAVAILABLE,
    /** What risk-service handed out is not what was approved. */
    BUNDLE_MISMATCH,
    /** The migration is not the one that was approved. */
    SUBJECT_CHANGED,
    /** The target is not as it was when the migration was approved. */
    SCHEMA_CHANGED,
    /** The migration is more dangerous now than when it was approved. */
    RISK_ROSE,
    /** The changelog does things that are not SQL on the target. */
    NOT_SQL,
    /** No connection to the target. */
    TARGET_UNREACHABLE,
    /** Another Lockkeeper session still works on the target. */
    TARGET_BUSY,
    /** What the checks need could not be read from the target. */
    FACTS_UNREADABLE,
    /** The server refused a statement. */
    STATEMENT_FAILED,
    /** Every try waited in vain for a lock. */
    LOCK_TIMEOUT,
    /** The connection broke inside a transaction, which therefore had no effect. */
    CONNECTION_LOST,
    /** Somebody holds Liquibase's own lock on the target. */
    LIQUIBASE_LOCKED,
    /** Liquibase refused the changelog. */
    LIQUIBASE_FAILED,
    /** The executor went away between two statements. */
    EXECUTOR_LOST,
    /** A fault of Lockkeeper itself before the first statement. */
    INTERNAL
}
