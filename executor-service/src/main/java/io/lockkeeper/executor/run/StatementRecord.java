package io.lockkeeper.executor.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the journal knows of one statement.
 *
 * @param index from 0
 * @param attempts how often it was sent
 * @param rows rows that it affected, as far as the server said
 * @param executedAt when the server answered; null where only the end of several statements is known
 * @param finishedAt when its effect became permanent or was taken back
 */
public record StatementRecord(
        int index,
        State state,
        int attempts,
        long rows,
        Instant startedAt,
        @Nullable Instant executedAt,
        @Nullable Instant finishedAt) {

    /** Time on the server, of its last try. */
    public Optional<Duration> took() {
        return Optional.ofNullable(executedAt).map(answered -> Duration.between(startedAt, answered));
    }

    /** How far a statement came. */
    public enum State {
        /** About to be sent, or sent: its effect is not known. */
        STARTED,
        /** Executed in a transaction that is not known to be committed. */
        EXECUTED,
        /** Permanent. */
        FINISHED,
        /** Without effect, for sure. */
        ROLLED_BACK,
        /** Refused by the server outside any transaction; it may have left something behind. */
        FAILED;

        /** Nobody can say without asking the target. */
        boolean inFlight() {
            return this == STARTED || this == EXECUTED;
        }
    }
}
