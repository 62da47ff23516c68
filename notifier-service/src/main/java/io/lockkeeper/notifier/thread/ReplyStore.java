package io.lockkeeper.notifier.thread;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Rows of table {@code reply}. */
@ApplicationScoped
class ReplyStore implements PanacheRepositoryBase<ReplyRow, UUID> {

    void add(String migrationId, UUID eventId, Reply reply, Instant readyAt) {
        ReplyRow row = new ReplyRow();
        row.eventId = eventId;
        row.migrationId = migrationId;
        row.kind = reply.kind();
        row.text = reply.text();
        row.readyAt = readyAt;
        persist(row);
    }

    long refusals(String migrationId) {
        return count("migrationId = ?1 and kind = ?2", migrationId, Reply.Kind.REFUSAL);
    }
}
