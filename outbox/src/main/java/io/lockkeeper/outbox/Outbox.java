package io.lockkeeper.outbox;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.lockkeeper.proto.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Where a service puts an event, in the same transaction as the state change that the event tells of. */
@ApplicationScoped
public class Outbox {

    /** Below what brokers accept by default (1 MiB with headers): a larger event would hold up its key for ever. */
    static final int MAX_BYTES = 768 * 1024;

    private final DataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final RelayLoop relay;
    private final OutboxConfig config;

    Outbox(DataSource database, TransactionSynchronizationRegistry transactions, RelayLoop relay, OutboxConfig config) {
        this.database = database;
        this.transactions = transactions;
        this.relay = relay;
        this.config = config;
    }

    /**
     * Stores {@code value} for publication; it is published if and only if the caller's transaction commits.
     *
     * @param value the topic's message with its {@code oneof} set; the envelope's type is the name of the message set
     * @throws IllegalStateException outside a transaction, or for a topic that this service does not write
     * @throws IllegalArgumentException when the message is not the topic's, when no member of its {@code oneof} is set, or
     *     when it is larger than 768 KiB: large content travels by claim check
     */
    public void put(Topic topic, String key, Message value) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Outbox.put needs the transaction of the state change it tells of");
        }
        if (!topic.writer().equals(config.service())) {
            throw new IllegalStateException(config.service() + " may not write to " + topic.kafkaName());
        }
        String type = typeOf(topic, value);
        byte[] payload = value.toByteArray();
        if (payload.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "%s of %s has %d bytes and an event may have %d; send large content by claim check"
                            .formatted(type, key, payload.length, MAX_BYTES));
        }
        // PostgreSQL keeps microseconds; what is published must equal what was stored.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Envelope envelope = new Envelope(EventId.next(), type, config.service(), now, Trace.current(), topic, key);
        try (Connection connection = database.getConnection()) {
            OutboxTable.insert(connection, new OutboxTable.Row(envelope, payload));
        } catch (SQLException e) {
            throw new IllegalStateException("could not store " + envelope.type() + " of " + key, e);
        }
        transactions.registerInterposedSynchronization(relay.wakeAfterCommit());
    }

    private static String typeOf(Topic topic, Message value) {
        Descriptor descriptor = value.getDescriptorForType();
        if (!descriptor.getFullName().equals(topic.message())) {
            throw new IllegalArgumentException(
                    topic.kafkaName() + " carries " + topic.message() + ", not " + descriptor.getFullName());
        }
        FieldDescriptor set =
                value.getOneofFieldDescriptor(descriptor.getRealOneofs().getFirst());
        if (set == null) {
            throw new IllegalArgumentException("an event of " + topic.message() + " needs one member of its oneof set");
        }
        return set.getMessageType().getName();
    }
}
