package io.lockkeeper.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** SQL of the inbox table. */
final class InboxTable {

    private InboxTable() {}

    /** Notes the event as received in this transaction; false when it was received before. */
    static boolean insert(Connection connection, Envelope envelope) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO inbox_event (id, type, received_at) VALUES (?, ?, now()) ON CONFLICT (id) DO NOTHING")) {
            insert.setObject(1, envelope.id().value());
            insert.setString(2, envelope.type());
            return insert.executeUpdate() == 1;
        }
    }

    /** Deletes up to {@code limit} of the ids received before {@code retention} ago, oldest first; returns how many. */
    static int deleteOlderThan(Connection connection, Duration retention, int limit) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("""
                DELETE FROM inbox_event WHERE id = ANY (ARRAY (
                    SELECT id FROM inbox_event WHERE received_at < now() - make_interval(secs => ?)
                    ORDER BY received_at LIMIT ? FOR UPDATE SKIP LOCKED))""")) {
            delete.setDouble(1, (double) retention.toSeconds());
            delete.setInt(2, limit);
            return delete.executeUpdate();
        }
    }
}
