package io.lockkeeper.progress.timeline;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened.
 *
 * @param kind the event's type, for instance {@code DecisionRecorded}
 * @param actor who did it; empty for a service acting by itself
 * @param details the event as JSON
 */
public record TimelineEntry(
        UUID eventId, Instant time, String topic, String kind, String sentence, String actor, String details) {}
