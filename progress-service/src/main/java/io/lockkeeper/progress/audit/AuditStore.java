package io.lockkeeper.progress.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows of audit_entry and audit_head. */
@ApplicationScoped
class AuditStore implements PanacheRepositoryBase<AuditEntryRow, Long> {

    private static final int FETCH = 500;

    /** The head, locked until the caller's transaction ends. */
    Head lockHead() {
        AuditHeadRow row = headRow(LockModeType.PESSIMISTIC_WRITE);
        return new Head(row.entries, row.hash);
    }

    /** @throws IllegalStateException when the head is not locked by {@link #lockHead} or has moved since */
    void append(AuditEntry entry) {
        AuditHeadRow head = headRow(LockModeType.PESSIMISTIC_WRITE);
        if (head.entries != entry.seq() - 1) {
            throw new IllegalStateException("entry " + entry.seq() + " does not follow " + head.entries);
        }
        AuditEntryRow row = new AuditEntryRow();
        row.seq = entry.seq();
        row.eventId = entry.eventId();
        row.type = entry.type();
        row.topic = entry.topic();
        row.migration = entry.migration();
        row.time = entry.time();
        row.payload = entry.payload();
        row.body = entry.body();
        row.prevHash = entry.prevHash();
        row.hash = entry.hash();
        persist(row);
        head.entries = entry.seq();
        head.hash = entry.hash();
        flush();
    }

    Head head() {
        AuditHeadRow row = headRow(LockModeType.NONE);
        return new Head(row.entries, row.hash);
    }

    List<AuditEntry> after(long seq, int limit) {
        return find("seq > ?1 order by seq", seq).page(0, limit).stream()
                .map(AuditStore::entry)
                .toList();
    }

    /** The newest entries before {@code seq}, newest first; of one migration, or of all when it is empty. */
    List<AuditEntry> newestBefore(long seq, String migration, int limit) {
        return find("seq < ?1 and (?2 = '' or migration = ?2) order by seq desc", seq, migration)
                .page(0, limit)
                .stream()
                .map(AuditStore::entry)
                .toList();
    }

    /**
     * Reads head and all entries as they stand at one moment, in order and with bounded memory. One statement, for one
     * statement sees one snapshot: an entry appended meanwhile is in neither.
     *
     * @return the head, null when its row is gone
     */
    static @Nullable Head readAll(Connection connection, Consumer<AuditEntry> entries) throws SQLException {
        Head head = null;
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT h.entries, h.hash, e.seq, e.event_id, e.type, e.topic, e.migration_id, e.occurred_at, e.payload,
                       e.body, e.prev_hash, e.hash
                FROM audit_entry e FULL JOIN audit_head h ON true ORDER BY e.seq, e.event_id""")) {
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long count = rows.getLong(1);
                    head = rows.wasNull() ? null : new Head(count, rows.getString(2));
                    long seq = rows.getLong(3);
                    if (!rows.wasNull()) {
                        entries.accept(entry(seq, rows));
                    }
                }
            }
        }
        return head;
    }

    private AuditHeadRow headRow(LockModeType lock) {
        AuditHeadRow row = getEntityManager().find(AuditHeadRow.class, AuditHeadRow.ONLY, lock);
        if (row == null) {
            throw new IllegalStateException("the head of the audit chain is missing: nothing can be appended");
        }
        return row;
    }

    private static AuditEntry entry(AuditEntryRow row) {
        return new AuditEntry(
                row.seq,
                row.eventId,
                row.type,
                row.topic,
                row.migration,
                row.time,
                row.payload,
                row.body,
                row.prevHash,
                row.hash);
    }

    private static AuditEntry entry(long seq, ResultSet rows) throws SQLException {
        Timestamp time = rows.getTimestamp(8);
        return new AuditEntry(
                seq,
                rows.getObject(4, UUID.class),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                time.toInstant(),
                rows.getBytes(9),
                rows.getString(10),
                rows.getString(11),
                rows.getString(12));
    }
}
