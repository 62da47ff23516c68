package io.lockkeeper.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or that asks for another try, from an event that is wrong. */
final class Outage {

    private Outage() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException
                    || (cause instanceof SQLException sql && isOutageState(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** No state at all is the connection pool saying that it got no connection in time. */
    private static boolean isOutageState(@Nullable String state) {
        return state == null
                || state.startsWith("08") // connection exception
                || state.startsWith("53") // insufficient resources
                || state.startsWith("57P") // shutdown, crash, cannot connect now
                || state.equals("40001") // serialization failure
                || state.equals("40P01"); // deadlock
    }
}
