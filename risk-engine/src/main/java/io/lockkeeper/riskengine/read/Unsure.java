package io.lockkeeper.riskengine.read;

/** Leaves a reader as soon as something is not understood; becomes {@code Unreadable}. Carries no SQL text. */
final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsure(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
