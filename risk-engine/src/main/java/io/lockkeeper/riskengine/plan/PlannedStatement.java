package io.lockkeeper.riskengine.plan;

import org.jspecify.annotations.Nullable;

/**
 * One statement that would run, in order.
 *
 * @param index from 0
 * @param sql exact text, without the closing semicolon
 * @param file where it is from
 * @param line in that file, from 1; 0 when unknown (Liquibase's XML, YAML and JSON)
 * @param changeset only with Liquibase
 * @param transaction number of the transaction it runs in; statements with the same number share one. -1: outside any
 * @param opaque why the SQL is not all that happens (custom change, external command); null for plain statements
 */
public record PlannedStatement(
        int index,
        String sql,
        String file,
        int line,
        @Nullable ChangesetId changeset,
        int transaction,
        @Nullable String opaque) {
    /** {@link #transaction} of a statement that runs outside any transaction. */
    public static final int NO_TRANSACTION = -1;

    public boolean inTransaction() {
        return transaction != NO_TRANSACTION;
    }

    /** The same at another place of the plan. */
    PlannedStatement at(int other) {
        return new PlannedStatement(other, sql, file, line, changeset, transaction, opaque);
    }
}
