package io.lockkeeper.riskengine.report;

import java.util.Locale;

/** Where the claims come from. */
public enum Confidence {
    /** Measured on that server version, with facts read from the target. */
    MEASURED,
    /** From the vendor's manual. */
    DOCUMENTED,
    /** No facts, or a statement that could not be read. */
    ASSUMED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
