package io.lockkeeper.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Rows of table {@code budget}: what all instances together may still send. Always in the caller's transaction. */
@ApplicationScoped
class BudgetStore {

    static final String EDITS = "chat.update";
    static final String POSTS = "chat.postMessage";
    private static final String LANE = POSTS + "#";

    private final DataSource database;

    BudgetStore(DataSource database) {
        this.database = database;
    }

    /** All budgets. The row of the edits stays locked: two instances never hand out work at the same moment. */
    Agenda.Budgets locked() throws SQLException {
        Map<String, TokenBucket> buckets = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("SELECT 1 FROM budget WHERE name = ? FOR UPDATE");
                PreparedStatement select =
                        connection.prepareStatement("SELECT name, tokens, refilled_at, blocked_until FROM budget")) {
            lock.setString(1, EDITS);
            lock.executeQuery().close();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    buckets.put(
                            rows.getString(1), new TokenBucket(rows.getDouble(2), instant(rows, 3), instant(rows, 4)));
                }
            }
        }
        TokenBucket edits = Optional.ofNullable(buckets.get(EDITS))
                .orElseThrow(() -> new IllegalStateException("table budget has no row " + EDITS));
        TokenBucket posts = buckets.getOrDefault(POSTS, new TokenBucket(0, Instant.EPOCH, Instant.EPOCH));
        Map<String, TokenBucket> lanes = new HashMap<>();
        buckets.forEach((name, bucket) -> {
            if (name.startsWith(LANE)) {
                lanes.put(name.substring(LANE.length()), bucket);
            }
        });
        return new Agenda.Budgets(edits, posts, lanes);
    }

    void save(Due due, TokenBucket bucket) throws SQLException {
        save(due.kind().edits() ? EDITS : LANE + due.lane(), bucket);
    }

    void save(String name, TokenBucket bucket) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        "INSERT INTO budget (name, tokens, refilled_at, blocked_until) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET tokens = EXCLUDED.tokens,"
                                + " refilled_at = EXCLUDED.refilled_at, blocked_until = EXCLUDED.blocked_until")) {
            upsert.setString(1, name);
            upsert.setDouble(2, bucket.tokens());
            upsert.setObject(3, bucket.refilledAt().atOffset(ZoneOffset.UTC));
            upsert.setObject(4, bucket.blockedUntil().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
