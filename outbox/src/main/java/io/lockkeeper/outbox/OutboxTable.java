package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * SQL of the outbox tables.
 *
 * <p>Order per key: writers of one key take the same advisory lock until they commit, so {@code seq} rises in commit order
 * within a key; a relay owns a whole lane (all keys of one hash) while it publishes, so no two relays publish one key.
 */
final class OutboxTable {

    static final int LANES = 8;

    /** First key of the two-part advisory lock: keeps our locks apart from an application's own. */
    private static final int LOCK_SPACE = 0x10C6;

    private OutboxTable() {}

    record Row(Envelope envelope, byte[] payload) {}

    static void insert(Connection connection, Row row) throws SQLException {
        Envelope envelope = row.envelope();
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, (envelope.topic().kafkaName() + '/' + envelope.key()).hashCode());
            lock.execute();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox_event (id, aggregatetype, aggregateid, type, source, occurred_at, tracingspancontext, lane, payload)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, envelope.id().value());
            insert.setString(2, envelope.topic().kafkaName());
            insert.setString(3, envelope.key());
            insert.setString(4, envelope.type());
            insert.setString(5, envelope.source());
            insert.setTimestamp(6, Timestamp.from(envelope.time()));
            insert.setString(7, envelope.traceparent());
            insert.setInt(8, Math.floorMod(envelope.key().hashCode(), LANES));
            insert.setBytes(9, row.payload());
            insert.executeUpdate();
        }
    }

    /** Locks one lane that has events and that no other relay holds; the lock ends with the transaction. */
    static OptionalInt lockLane(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT l.lane FROM outbox_lane l
                WHERE EXISTS (SELECT 1 FROM outbox_event e WHERE e.lane = l.lane)
                ORDER BY (SELECT min(e.seq) FROM outbox_event e WHERE e.lane = l.lane)
                LIMIT 1 FOR UPDATE OF l SKIP LOCKED""");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
        }
    }

    static List<Row> oldest(Connection connection, int lane, int limit) throws SQLException {
        List<Row> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, aggregatetype, aggregateid, type, source, occurred_at, tracingspancontext, payload
                FROM outbox_event WHERE lane = ? ORDER BY seq LIMIT ?""")) {
            select.setInt(1, lane);
            select.setInt(2, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(row(rows));
                }
            }
        }
        return events;
    }

    static void delete(Connection connection, List<EventId> published) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox_event WHERE id = ANY (?)")) {
            UUID[] ids = published.stream().map(EventId::value).toArray(UUID[]::new);
            delete.setArray(1, connection.createArrayOf("uuid", ids));
            delete.executeUpdate();
        }
    }

    private static Row row(ResultSet rows) throws SQLException {
        Envelope envelope = new Envelope(
                new EventId(rows.getObject(1, UUID.class)),
                rows.getString(4),
                rows.getString(5),
                rows.getTimestamp(6).toInstant(),
                rows.getString(7),
                Topic.named(rows.getString(2)),
                rows.getString(3));
        return new Row(envelope, rows.getBytes(8));
    }
}
