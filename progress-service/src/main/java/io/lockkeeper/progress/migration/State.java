package io.lockkeeper.progress.migration;

/** Where a migration stands as a whole. */
public enum State {
    /** Something was heard of it, but not yet its submission. */
    ANNOUNCED,
    SUBMITTED,
    CLASSIFIED,
    AWAITING_APPROVAL,
    APPROVED,
    HELD,
    GRANTED,
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    ABORTED,
    REJECTED,
    EXPIRED,
    WITHDRAWN,
    /** Waits for a person; only a person's finding, told by the executor, ends it. */
    OUTCOME_UNKNOWN;

    /** Whether nothing will ever change it. */
    public boolean isEnd() {
        return switch (this) {
            case SUCCEEDED, FAILED, ABORTED, REJECTED, EXPIRED, WITHDRAWN -> true;
            case ANNOUNCED,
                    SUBMITTED,
                    CLASSIFIED,
                    AWAITING_APPROVAL,
                    APPROVED,
                    HELD,
                    GRANTED,
                    QUEUED,
                    RUNNING,
                    OUTCOME_UNKNOWN -> false;
        };
    }
}
