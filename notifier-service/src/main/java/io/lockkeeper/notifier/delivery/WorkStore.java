package io.lockkeeper.notifier.delivery;

import io.lockkeeper.notifier.delivery.Work.Lease;
import io.lockkeeper.notifier.drawing.Card;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Leases and outcomes, in the delivery columns of {@code card} and {@code reply}. Always in the caller's transaction. */
@ApplicationScoped
class WorkStore {

    private final DataSource database;

    WorkStore(DataSource database) {
        this.database = database;
    }

    /** Leases the card and notes, before anything is sent, that a post is tried: a crash must not look like "never sent". */
    Work claim(Due due, Lease lease, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Work work = read(connection, due, lease);
            update(
                    connection,
                    "UPDATE card SET lease = ?, leased_until = ?,"
                            + " post_tried_at = CASE WHEN ts IS NULL THEN coalesce(post_tried_at, ?) END WHERE migration_id = ?",
                    lease.id(),
                    lease.until(),
                    now,
                    due.migrationId());
            if (due.kind() == Due.Kind.REPLY) {
                update(
                        connection,
                        "UPDATE reply SET tried_at = coalesce(tried_at, ?) WHERE event_id = ?",
                        now,
                        due.eventId());
            }
            return work;
        }
    }

    private static Work read(Connection connection, Due due, Lease lease) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT c.target_channel, c.channel, c.ts, c.form, c.sent_revision, c.reposts, c.failures, c.post_tried_at,"
                        + " r.event_id, r.text, r.tried_at, r.failures FROM card c"
                        + " LEFT JOIN reply r ON r.event_id = ? WHERE c.migration_id = ? FOR UPDATE OF c")) {
            select.setObject(1, due.eventId());
            select.setString(2, due.migrationId());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("card " + due.migrationId() + " is gone from its table");
                }
                return work(due, lease, row);
            }
        }
    }

    private static Work work(Due due, Lease lease, ResultSet row) throws SQLException {
        String id = due.migrationId();
        Card.Form form = Card.Form.valueOf(row.getString(4));
        return switch (due.kind()) {
            case POST -> new Work.Post(id, lease, row.getString(1), form, instant(row, 8), row.getInt(7));
            case URGENT_EDIT, PROGRESS_EDIT ->
                new Work.Edit(
                        id,
                        lease,
                        row.getString(2),
                        row.getString(3),
                        form,
                        row.getLong(5),
                        row.getInt(6),
                        row.getInt(7));
            case REPLY ->
                new Work.Answer(
                        id,
                        lease,
                        row.getString(2),
                        row.getString(3),
                        row.getInt(6),
                        row.getObject(9, UUID.class),
                        row.getString(10),
                        instant(row, 11),
                        row.getInt(12));
        };
    }

    /** How long the newest change waited until it was seen; null when the lease was lost meanwhile. */
    @Nullable
    Instant shown(Work work, String channel, String ts, long revision, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "WITH before AS (SELECT migration_id, dirty_since FROM card WHERE migration_id = ? AND lease = ?"
                                + " FOR UPDATE) UPDATE card c SET channel = ?, ts = ?, sent_revision = ?, sent_at = ?,"
                                + " dirty_since = CASE WHEN desired_revision > ? THEN ? ELSE c.dirty_since END,"
                                + " post_tried_at = NULL, failures = 0, fault = NULL, retry_at = '-infinity', lease = NULL,"
                                + " leased_until = NULL FROM before WHERE c.migration_id = before.migration_id"
                                + " RETURNING before.dirty_since")) {
            set(update, work.migrationId(), work.lease().id(), channel, ts, revision, now, revision, now);
            try (ResultSet rows = update.executeQuery()) {
                return rows.next() ? instant(rows, 1) : null;
            }
        }
    }

    /** A post of unknown outcome was found in Slack: the card is there, at a revision that is not known. */
    void found(Work work, String channel, String ts, Instant now) throws SQLException {
        release(
                work,
                "channel = ?, ts = ?, sent_at = ?, urgent_revision = desired_revision, post_tried_at = NULL, failures = 0,"
                        + " fault = NULL",
                channel,
                ts,
                now);
    }

    /** @param keepsTry whether the outcome of a post is still, or again, unknown */
    void failed(Work work, String fault, Instant retryAt, boolean keepsTry) throws SQLException {
        if (work instanceof Work.Answer answer) {
            replyFailed(answer, fault, retryAt, keepsTry);
            return;
        }
        release(
                work,
                "failures = failures + 1, fault = ?, retry_at = ?, post_tried_at = CASE WHEN ? THEN post_tried_at END",
                fault,
                retryAt,
                keepsTry);
    }

    void refusedBlocks(Work work, Card.Form lesser, String fault) throws SQLException {
        release(work, "form = ?, fault = ?", lesser.name(), fault);
    }

    /** The message was deleted in Slack: it is posted anew. */
    void repost(Work work) throws SQLException {
        release(work, "ts = NULL, reposts = reposts + 1, post_tried_at = NULL, fault = 'deleted once'");
    }

    /** Deleted again: somebody does not want this card. */
    void giveUp(Work work, String fault) throws SQLException {
        release(work, "fault = ?, retry_at = 'infinity'", fault);
    }

    void replied(Work.Answer work, String ts) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE reply SET state = 'SENT', ts = ?, fault = NULL WHERE event_id = ?",
                    ts,
                    work.eventId());
        }
        release(work, "fault = fault");
    }

    void dropReply(Work.Answer work, String fault) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE reply SET state = 'DROPPED', fault = ? WHERE event_id = ?",
                    fault,
                    work.eventId());
        }
        release(work, "fault = fault");
    }

    private void replyFailed(Work.Answer work, String fault, Instant retryAt, boolean keepsTry) throws SQLException {
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE reply SET failures = failures + 1, fault = ?, retry_at = ?,"
                            + " tried_at = CASE WHEN ? THEN tried_at END WHERE event_id = ?",
                    fault,
                    retryAt,
                    keepsTry,
                    work.eventId());
        }
        release(work, "fault = fault");
    }

    private void release(Work work, String assignments, Object... values) throws SQLException {
        Object[] all = new Object[values.length + 2];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = work.migrationId();
        all[values.length + 1] = work.lease().id();
        try (Connection connection = database.getConnection()) {
            update(
                    connection,
                    "UPDATE card SET " + assignments
                            + ", lease = NULL, leased_until = NULL WHERE migration_id = ? AND lease = ?",
                    all);
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            set(update, values);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
