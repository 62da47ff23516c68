package io.lockkeeper.approval.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;

/** Row of table {@code decision}: one that counted, on the subject named. */
@Entity
@Table(name = "decision")
@NullUnmarked
class DecisionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long seq;

    @Column(name = "migration_id")
    String migrationId;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "subject_hash")
    String subjectHash;

    String identity;

    @ColumnTransformer(write = "?::jsonb")
    String document;

    @Column(name = "decided_at")
    Instant decidedAt;
}
