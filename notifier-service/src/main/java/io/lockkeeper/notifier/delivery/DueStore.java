package io.lockkeeper.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What is due, from {@code card} and {@code reply}. Of everything that competes for the same budget only the first is read:
 * edits share one, posts and replies have one per lane.
 */
@ApplicationScoped
class DueStore {

    /** A lane with a call under way is left alone; its cards are due again when the call ends or its lease does. */
    private static final String FREE = " c.target_channel IS NOT NULL AND NOT EXISTS (SELECT 1 FROM card b"
            + " WHERE b.leased_until > ? AND b.target_channel = c.target_channel)";

    /** From lane to lane by the index: thousands of cards that wait while Slack is away cost no more than one. */
    private static final String POSTS = "WITH RECURSIVE lane AS ((SELECT target_channel FROM card"
            + " WHERE ts IS NULL AND target_channel IS NOT NULL ORDER BY target_channel LIMIT 1)"
            + " UNION ALL SELECT (SELECT n.target_channel FROM card n WHERE n.ts IS NULL"
            + " AND n.target_channel > lane.target_channel ORDER BY n.target_channel LIMIT 1)"
            + " FROM lane WHERE lane.target_channel IS NOT NULL)"
            + " SELECT p.migration_id, p.target_channel FROM lane CROSS JOIN LATERAL (SELECT c.migration_id,"
            + " c.target_channel FROM card c WHERE c.target_channel = lane.target_channel AND c.ts IS NULL"
            + " AND c.ready_at <= ? AND c.retry_at <= ? AND" + FREE + " ORDER BY c.ready_at LIMIT 1) p";

    private static final String URGENT_EDITS = "SELECT c.migration_id, c.target_channel FROM card c"
            + " WHERE c.ts IS NOT NULL AND c.desired_revision > c.sent_revision AND c.urgent_revision > c.sent_revision"
            + " AND c.ready_at <= ? AND c.retry_at <= ? AND" + FREE + " ORDER BY c.dirty_since LIMIT 1";

    /** The longest unedited first: running migrations take turns, so none falls silent while another one is busy. */
    private static final String PROGRESS_EDITS = "SELECT c.migration_id, c.target_channel FROM card c"
            + " WHERE c.ts IS NOT NULL AND c.urgent_revision <= c.sent_revision"
            + " AND ((c.desired_revision > c.sent_revision AND c.sent_at <= ?) OR (c.live AND c.sent_at <= ?))"
            + " AND c.retry_at <= ? AND" + FREE + " ORDER BY c.sent_at LIMIT 1";

    /** A thread keeps its order, so only its first pending reply counts; the summary goes last. */
    private static final String REPLIES = "SELECT DISTINCT ON (c.target_channel) c.migration_id, c.target_channel,"
            + " r.event_id FROM reply r JOIN card c ON c.migration_id = r.migration_id"
            + " WHERE r.state = 'PENDING' AND c.ts IS NOT NULL AND c.retry_at < 'infinity'"
            + " AND r.event_id = (SELECT p.event_id FROM reply p WHERE p.migration_id = r.migration_id"
            + " AND p.state = 'PENDING' ORDER BY p.kind = 'SUMMARY', p.seq LIMIT 1)"
            + " AND r.ready_at <= ? AND r.retry_at <= ? AND" + FREE + " ORDER BY c.target_channel, r.seq";

    private static final String BACKLOG = "SELECT (SELECT count(*) FROM card WHERE desired_revision > sent_revision"
            + " AND target_channel IS NOT NULL AND retry_at < 'infinity')"
            + " + (SELECT count(*) FROM reply r JOIN card c USING (migration_id)"
            + " WHERE r.state = 'PENDING' AND c.retry_at < 'infinity')";

    private final DataSource database;

    DueStore(DataSource database) {
        this.database = database;
    }

    /**
     * @param progressBefore cards edited after it wait with mere progress
     * @param refreshBefore live cards not edited since are refreshed
     */
    List<Due> due(Instant now, Instant progressBefore, Instant refreshBefore) throws SQLException {
        List<Due> due = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            add(due, Due.Kind.POST, connection, POSTS, now, now, now);
            add(due, Due.Kind.URGENT_EDIT, connection, URGENT_EDITS, now, now, now);
            add(due, Due.Kind.PROGRESS_EDIT, connection, PROGRESS_EDITS, progressBefore, refreshBefore, now, now);
            add(due, Due.Kind.REPLY, connection, REPLIES, now, now, now);
        }
        return due;
    }

    /** Cards and replies that people do not see yet. */
    long backlog() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(BACKLOG);
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void add(List<Due> due, Due.Kind kind, Connection connection, String sql, Instant... moments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < moments.length; i++) {
                select.setObject(i + 1, moments[i].atOffset(ZoneOffset.UTC));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID reply = kind == Due.Kind.REPLY ? rows.getObject(3, UUID.class) : null;
                    due.add(new Due(kind, rows.getString(1), rows.getString(2), reply));
                }
            }
        }
    }
}
