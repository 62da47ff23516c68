package io.lockkeeper.risk.calibration;

import java.time.Instant;
import java.util.Map;

/** What an event of a run means to estimates. */
sealed interface RunNews {

    /**
     * Every statement took effect.
     *
     * @param migration its id, as the event has it
     * @param seconds by position, of the statements whose time is known
     */
    record Finished(String migration, String run, Instant at, Map<Integer, Double> seconds) implements RunNews {}

    /** Nothing can be learnt: a run that failed or was stopped says nothing about how long it would have taken. */
    record Other() implements RunNews {}

    /** Written by a newer service. */
    record Unknown() implements RunNews {}
}
