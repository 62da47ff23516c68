package io.lockkeeper.approval.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;

/** Row of table {@code approval}. The documents are JSON of domain records; the columns are what is searched by. */
@Entity
@Table(name = "approval")
@NullUnmarked
class ApprovalEntity {

    @Id
    @Column(name = "migration_id")
    String migrationId;

    String label;

    @Column(name = "due_at")
    Instant dueAt;

    @ColumnTransformer(write = "?::jsonb")
    String migration;

    @ColumnTransformer(write = "?::jsonb")
    String terms;

    @ColumnTransformer(write = "?::jsonb")
    String state;
}
