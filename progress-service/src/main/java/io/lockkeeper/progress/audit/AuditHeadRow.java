package io.lockkeeper.progress.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The only row: whoever appends holds its lock, so appends are one after the other. */
@Entity
@Table(name = "audit_head")
class AuditHeadRow {

    static final int ONLY = 1;

    @Id
    int id;

    @Column
    long entries;

    @Column
    String hash;
}
