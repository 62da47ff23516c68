package io.lockkeeper.notifier.card;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A card as it is stored. Feature card writes facets and the desired revision; the columns of delivery are only read here, so a
 * fold and a delivery at the same moment never overwrite each other.
 */
@Entity
@Table(name = "card")
@DynamicUpdate
class CardRow {

    @Id
    @Column(name = "migration_id")
    String migrationId;

    @Column(name = "migration")
    @ColumnTransformer(read = "migration::text", write = "?::jsonb")
    @Nullable
    String migration;

    @Column(name = "approval")
    @ColumnTransformer(read = "approval::text", write = "?::jsonb")
    @Nullable
    String approval;

    @Column(name = "run")
    @ColumnTransformer(read = "run::text", write = "?::jsonb")
    @Nullable
    String run;

    @Column(name = "snapshot")
    @ColumnTransformer(read = "snapshot::text", write = "?::jsonb")
    @Nullable
    String snapshot;

    @Column(name = "target_channel")
    @Nullable
    String targetChannel;

    @Column(name = "live")
    boolean live;

    @Column(name = "desired_revision")
    long desiredRevision;

    @Column(name = "urgent_revision")
    long urgentRevision;

    @Column(name = "dirty_since")
    Instant dirtySince;

    @Column(name = "ready_at")
    Instant readyAt;

    @Column(name = "channel", insertable = false, updatable = false)
    @Nullable
    String channel;

    @Column(name = "ts", insertable = false, updatable = false)
    @Nullable
    String ts;

    @Column(name = "sent_revision", insertable = false, updatable = false)
    long sentRevision;

    @Column(name = "sent_at", insertable = false, updatable = false)
    @Nullable
    Instant sentAt;

    @Column(name = "fault", insertable = false, updatable = false)
    @Nullable
    String fault;
}
