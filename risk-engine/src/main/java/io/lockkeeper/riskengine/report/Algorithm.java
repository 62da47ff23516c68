package io.lockkeeper.riskengine.report;

/** How MySQL and MariaDB carry out an ALTER TABLE, cheapest first. An ALTER takes the dearest of its actions. */
public enum Algorithm {
    /** Only metadata. */
    INSTANT,
    /** Inside the storage engine, with or without a rebuild of the table; MariaDB's NOCOPY is this without one. */
    INPLACE,
    /** Row by row into a new table. */
    COPY
}
