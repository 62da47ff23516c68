package io.lockkeeper.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

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
}
