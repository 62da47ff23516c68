package io.lockkeeper.emulator.interaction;

import java.util.Map;

/** What came of something a person did. */
public sealed interface Outcome {
    /** The app answered 2xx in time. */
    record Acknowledged(long millis) implements Outcome {}

    /** The app answered late, not with 2xx, with nonsense, or not at all; the person sees {@code reason}. */
    record NotAcknowledged(String reason) implements Outcome {}

    /** The form stays open with these complaints, per block id; the app's or, for an empty required input, Slack's. */
    record Invalid(Map<String, String> errors) implements Outcome {
        public Invalid {
            errors = Map.copyOf(errors);
        }
    }

    /** There was nothing to act on; the app was not told. {@code code} for machines, {@code reason} for people. */
    record Impossible(String code, String reason) implements Outcome {}
}
