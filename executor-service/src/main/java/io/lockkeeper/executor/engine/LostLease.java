package io.lockkeeper.executor.engine;

/** This executor no longer holds the run; nothing may be written or sent for it any more. */
public final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostLease(String message) {
        super(message);
    }
}
