package io.lockkeeper.riskengine.facts;

/**
 * How MySQL or MariaDB stores a table.
 *
 * @param engine lower case, such as {@code innodb}
 * @param rowFormat lower case: {@code dynamic}, {@code compact}, {@code redundant}, {@code compressed}
 * @param collation default of the table's columns, such as {@code utf8mb4_0900_ai_ci}; empty when unknown
 * @param rowVersions how often columns were added or dropped instantly since the last rebuild; -1 when unknown
 * @param documentId has the hidden column of a FULLTEXT index, which outlives the index; false when unknown
 */
public record InnodbFacts(String engine, String rowFormat, String collation, int rowVersions, boolean documentId) {
    /** What CREATE TABLE makes when nothing is said. */
    public static final InnodbFacts DEFAULTS = new InnodbFacts("innodb", "dynamic", "", 0);

    /** Of a table that never had a FULLTEXT index, as far as is known. */
    public InnodbFacts(String engine, String rowFormat, String collation, int rowVersions) {
        this(engine, rowFormat, collation, rowVersions, false);
    }

    public boolean innodb() {
        return engine.equals("innodb");
    }

    public boolean compressed() {
        return rowFormat.equals("compressed");
    }
}
