package io.lockkeeper.riskengine.read;

/** Leaves a reader as soon as something is not understood; becomes {@code Unreadable}. Carries no SQL text. */
final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    Unsure(String reason) {
        this(reason, true);
    }

    private Unsure(String reason, boolean lasting) {
        super(reason, null, false, false);
        this.lasting = lasting;
    }

    /** Another attempt may end differently, so that nothing may remember this one. */
    static Unsure thisTime(String reason) {
        return new Unsure(reason, false);
    }

    boolean lasting() {
        return lasting;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
