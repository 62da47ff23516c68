package io.lockkeeper.riskengine.report;

/** What other sessions cannot do to the table while the lock is held, in rising order. */
public enum Blocks {
    NOTHING("nothing"),
    DDL("ddl"),
    WRITES("writes"),
    READS_AND_WRITES("reads+writes");

    private final String id;

    Blocks(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }
}
