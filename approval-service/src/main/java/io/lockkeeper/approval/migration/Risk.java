package io.lockkeeper.approval.migration;

/** How dangerous a migration or statement is. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
