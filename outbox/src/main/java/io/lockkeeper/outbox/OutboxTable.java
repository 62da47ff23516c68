package io.lockkeeper.outbox;

import io.lockkeeper.proto.Topic;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** A batch ends before the event that would take it over this many bytes, so that a relay needs little memory. */
    static final int BATCH_BYTES = 4 * 1024 * 1024;

    /** First key of the two-part advisory lock: keeps our locks apart from an application's own. */
    private static final int LOCK_SPACE = 0x10C6;

    private OutboxTable() {}

    @SuppressWarnings("ArrayRecordComponent") // rows are passed on, never compared
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
            insert.setObject(6, envelope.time().atOffset(ZoneOffset.UTC));
            insert.setString(7, envelope.traceparent());
            insert.setInt(8, Math.floorMod(envelope.key().hashCode(), LANES));
            insert.setBytes(9, row.payload());
            insert.executeUpdate();
        }
    }

    /**
     * Locks one lane that has events of other keys than {@code held} and that no other relay holds, the one that waits
     * longest first; the lock ends with the transaction.
     */
    static OptionalInt lockLane(Connection connection, Collection<String> held) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT l.lane FROM outbox_lane l
                CROSS JOIN LATERAL (SELECT e.seq FROM outbox_event e
                    WHERE e.lane = l.lane AND e.aggregateid <> ALL (?) ORDER BY e.seq LIMIT 1) first
                ORDER BY first.seq LIMIT 1 FOR UPDATE OF l SKIP LOCKED""")) {
            select.setArray(1, text(connection, held));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? OptionalInt.of(rows.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    /**
     * The oldest events of a lane, without those of {@code held} keys; at least one, however large.
     *
     * <p>It must be a statement of its own, after the lane is locked: its snapshot then sees what the lane's last holder
     * deleted.
     */
    static List<Row> oldest(Connection connection, int lane, int limit, Collection<String> held) throws SQLException {
        List<Row> events = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT id, aggregatetype, aggregateid, type, source, occurred_at, tracingspancontext, payload
                FROM (SELECT *, sum(octet_length(payload)) OVER (ORDER BY seq ROWS UNBOUNDED PRECEDING)
                                - octet_length(payload) AS bytes_before
                      FROM outbox_event WHERE lane = ? AND aggregateid <> ALL (?) ORDER BY seq LIMIT ?) first
                WHERE bytes_before < ? ORDER BY seq""")) {
            select.setInt(1, lane);
            select.setArray(2, text(connection, held));
            select.setInt(3, limit);
            select.setInt(4, BATCH_BYTES);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    events.add(row(rows));
                }
            }
        }
        return events;
    }

    static void delete(Connection connection, List<EventId> published) throws SQLException {
        if (published.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox_event WHERE id = ANY (?)")) {
            UUID[] ids = published.stream().map(EventId::value).toArray(UUID[]::new);
            delete.setArray(1, connection.createArrayOf("uuid", ids));
            delete.executeUpdate();
        }
    }

    /**
     * How much waits, and since when.
     *
     * @param events how many wait, counted up to {@link #COUNTED}
     * @param oldest when the oldest of them was put; empty when none waits
     */
    record Backlog(int events, Optional<Instant> oldest) {

        static final int COUNTED = 100_000;
    }

    static Backlog backlog(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT (SELECT count(*) FROM (SELECT 1 FROM outbox_event LIMIT ?) counted),
                       (SELECT min(first.occurred_at) FROM outbox_lane l CROSS JOIN LATERAL
                           (SELECT e.occurred_at FROM outbox_event e WHERE e.lane = l.lane ORDER BY e.seq LIMIT 1) first)""")) {
            select.setInt(1, Backlog.COUNTED);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                Optional<OffsetDateTime> oldest = Optional.ofNullable(rows.getObject(2, OffsetDateTime.class));
                return new Backlog(rows.getInt(1), oldest.map(OffsetDateTime::toInstant));
            }
        }
    }

    private static Array text(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static Row row(ResultSet rows) throws SQLException {
        Envelope envelope = new Envelope(
                new EventId(rows.getObject(1, UUID.class)),
                rows.getString(4),
                rows.getString(5),
                rows.getObject(6, OffsetDateTime.class).toInstant(),
                rows.getString(7),
                Topic.named(rows.getString(2)),
                rows.getString(3));
        return new Row(envelope, rows.getBytes(8));
    }
}
