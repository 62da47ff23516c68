package io.lockkeeper.riskengine.report;

import java.util.Locale;
import java.util.Optional;

/** Kinds of work whose duration grows with the table; each is as fast as the target's disks, memory and load let it be. */
public enum Work {
    /** Every row is read: SET NOT NULL, CHECK, VALIDATE CONSTRAINT, foreign keys. */
    SCAN,
    /** An index is built, others being kept out. */
    INDEX_BUILD,
    /** An index is built beside writers, and waits for them. */
    CONCURRENT_INDEX_BUILD,
    /** The table is written anew, with its indexes. */
    REWRITE;

    /** {@code index-build}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Work> of(String id) {
        for (Work work : values()) {
            if (work.id().equals(id)) {
                return Optional.of(work);
            }
        }
        return Optional.empty();
    }
}
