package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What is known of an event besides its value: CloudEvents 1.0 attributes, carried as Kafka headers in binary mode.
 *
 * @param id identity; the inbox counts by it
 * @param type simple name of the message in the {@code oneof}, for instance {@code MigrationClassified}
 * @param source the service that wrote it
 * @param time when the state change was recorded
 * @param traceparent W3C trace context, if the writer had one
 * @param topic where it travels
 * @param key what orders it: events of one key keep their order
 */
public record Envelope(
        EventId id,
        String type,
        String source,
        Instant time,
        @Nullable String traceparent,
        Topic topic,
        String key) {

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String TIME = "ce_time";
    private static final String TRACEPARENT = "traceparent";

    public Envelope {
        if (type.isBlank() || source.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("an envelope needs type, source and key");
        }
    }

    Headers toHeaders() {
        RecordHeaders headers = new RecordHeaders();
        headers.add(SPEC_VERSION, "1.0".getBytes(UTF_8));
        headers.add("content-type", "application/protobuf".getBytes(UTF_8));
        headers.add(ID, id.toString().getBytes(UTF_8));
        headers.add(TYPE, type.getBytes(UTF_8));
        headers.add(SOURCE, source.getBytes(UTF_8));
        headers.add(TIME, time.toString().getBytes(UTF_8));
        if (traceparent != null) {
            headers.add(TRACEPARENT, traceparent.getBytes(UTF_8));
        }
        return headers;
    }

    /** @throws MalformedEvent when a header is missing or unreadable: such a record never becomes readable */
    static Envelope of(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new MalformedEvent(place(record) + " has no value", null);
        }
        try {
            return new Envelope(
                    EventId.parse(required(record, ID)),
                    required(record, TYPE),
                    required(record, SOURCE),
                    Instant.parse(required(record, TIME)),
                    optional(record, TRACEPARENT),
                    Topic.named(record.topic()),
                    record.key() == null ? "" : record.key());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new MalformedEvent(place(record) + ": " + e.getMessage(), e);
        }
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        String value = optional(record, name);
        if (value == null) {
            throw new MalformedEvent(place(record) + " has no header " + name, null);
        }
        return value;
    }

    private static @Nullable String optional(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return "record " + record.topic() + "/" + record.partition() + "@" + record.offset();
    }

    /** A record that is not an event of Lockkeeper; it goes to the dead-letter topic. */
    public static final class MalformedEvent extends RuntimeException {
        MalformedEvent(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
