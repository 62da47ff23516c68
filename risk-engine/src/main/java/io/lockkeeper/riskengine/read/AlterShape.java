package io.lockkeeper.riskengine.read;

/** What two readers of one ALTER TABLE or CREATE TABLE must agree on, action by action. */
enum AlterShape {
    ADD_COLUMN,
    ADD_KEY,
    CHANGE_COLUMN,
    ALTER,
    DROP_COLUMN,
    DROP_KEY,
    RENAME,
    OPTION,
    DEMAND,
    PARTITION,
    VERSIONING,
    OTHER
}
