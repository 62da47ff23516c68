package io.lockkeeper.approval.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of table {@code issued_grant}. Its key is the migration: there is one grant per approval, ever. */
@Entity
@Table(name = "issued_grant")
@NullUnmarked
class IssuedGrantEntity {

    @Id
    @Column(name = "migration_id")
    String migrationId;

    @Column(name = "grant_id")
    String grantId;

    String jws;

    @Column(name = "not_before")
    Instant notBefore;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "issued_at")
    Instant issuedAt;
}
