package io.lockkeeper.riskengine.plan;

/**
 * A BEGIN or COMMIT of a script that does something other than it says.
 *
 * @param line of the word, from 1
 */
public record TransactionSlip(String file, int line, Kind kind) {
    /** What goes wrong. */
    public enum Kind {
        /** BEGIN without COMMIT: the client leaves, and the server takes everything back. */
        NEVER_COMMITTED,
        /** BEGIN inside a transaction: PostgreSQL warns and goes on, MySQL and MariaDB commit what was before it. */
        BEGUN_TWICE,
        /** COMMIT ends the transaction that a tool has opened around the script; what follows is outside of it. */
        ENDS_THAT_OF_THE_TOOL
    }
}
