package io.lockkeeper.progress.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One event as it was told.
 *
 * @param id the writer's event id; the same event is told any number of times under one id
 * @param topic its Kafka topic
 * @param type name of the message in the topic's {@code oneof}
 * @param migration the record's key
 * @param time when the writer recorded it, in microseconds, as the database keeps it
 * @param payload the record's value, byte for byte
 * @param reading what it says
 */
public record Told(
        UUID id, String topic, String type, MigrationId migration, Instant time, byte[] payload, Reading reading) {

    public Told {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What an event says.
     *
     * @param type name of the message that is set
     * @param migrationId the migration that the message itself names
     * @param fact what changes by it
     * @param sentence one readable sentence
     * @param actor who did it; empty for a service acting by itself
     * @param body the message as JSON for reading, see {@link EventJson}
     */
    public record Reading(String type, String migrationId, Fact fact, String sentence, String actor, String body) {

        /** For an event of a newer service, which this version keeps and cannot read. */
        public static Reading unread(String type, String migrationId) {
            return new Reading(
                    type,
                    migrationId,
                    new Fact.Unread(),
                    "A newer service told of " + type + ", which this version cannot read.",
                    "",
                    "{}");
        }
    }

    /** @throws IllegalArgumentException when envelope and message contradict each other: such a record is forged or broken */
    public Told checked() {
        if (!reading.migrationId().equals(migration.value())) {
            throw new IllegalArgumentException(
                    "record of " + migration + " carries an event of migration " + reading.migrationId());
        }
        if (!reading.type().equals(type)) {
            throw new IllegalArgumentException("record is announced as " + type + " and carries " + reading.type());
        }
        return this;
    }
}
