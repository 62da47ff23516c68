package io.lockkeeper.riskengine.report;

/** How dangerous, in order. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH;

    public Risk max(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** One level more; HIGH stays. */
    public Risk raised() {
        return this == LOW ? MEDIUM : HIGH;
    }
}
