package io.lockkeeper.outbox;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or that asks for another try, from an event that is wrong. */
final class Outage {

    private Outage() {}

    /** Looks at suppressed failures too: of a commit that failed, the transaction manager keeps the reason there. */
    static boolean is(Throwable failure) {
        return is(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** @param seen guards against failures that are their own cause, by way of a suppressed one */
    private static boolean is(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        return failure instanceof SQLTransientException
                || (failure instanceof SQLException sql && isOutageState(sql.getSQLState()))
                || is(failure.getCause(), seen)
                || Stream.of(failure.getSuppressed()).anyMatch(suppressed -> is(suppressed, seen));
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
