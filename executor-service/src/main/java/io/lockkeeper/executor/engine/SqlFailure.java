package io.lockkeeper.executor.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A failure on the target, told apart and sanitised.
 *
 * @param kind what it means for the run
 * @param text {@code SQLState: primary message}, values masked; never detail, hint, context or SQL
 */
public record SqlFailure(Kind kind, String text) {

    /** What a failure means for the run. */
    public enum Kind {
        /** The server refused; the session lives. */
        REFUSED,
        /** Waited too long for a lock, or was chosen in a deadlock; worth another try. */
        LOCK,
        /** The session is gone. */
        CONNECTION_LOST
    }

    /** Of the first database failure in the chain of causes; anything else is named by its class only. */
    public static SqlFailure of(Throwable failure) {
        SQLException sql = find(failure);
        if (sql == null) {
            return new SqlFailure(Kind.REFUSED, failure.getClass().getSimpleName());
        }
        String state = sql.getSQLState() == null ? "?????" : sql.getSQLState();
        return new SqlFailure(kind(state), state + ": " + MessageMask.mask(state, primaryMessage(sql)));
    }

    /** The first database failure in the chain of causes. */
    public static @Nullable SQLException find(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth++ < 50; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private static Kind kind(String state) {
        return switch (state) {
            case "55P03", "40P01" -> Kind.LOCK;
            case "57P01", "57P02", "57P03", "57P05", "25P03" -> Kind.CONNECTION_LOST;
            default -> state.startsWith("08") ? Kind.CONNECTION_LOST : Kind.REFUSED;
        };
    }

    private static String primaryMessage(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            ServerErrorMessage server = postgres.getServerErrorMessage();
            if (server != null && server.getMessage() != null) {
                return server.getMessage();
            }
        }
        // The driver's own text may quote a URL or a value, so only its class is told.
        return kind(failure.getSQLState() == null ? "" : failure.getSQLState()) == Kind.CONNECTION_LOST
                ? "the connection to the target broke"
                : "refused by the driver (" + failure.getClass().getSimpleName() + ")";
    }
}
