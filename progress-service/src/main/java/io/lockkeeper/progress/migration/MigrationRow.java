package io.lockkeeper.progress.migration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "migration")
class MigrationRow {

    @Id
    String id;

    @Column
    @Enumerated(EnumType.STRING)
    State state;

    @Column
    String intake;

    @Column
    String approval;

    @Column
    String run;

    @Column(name = "began_at")
    Instant beganAt;

    @Column(name = "changed_at")
    Instant changedAt;
}
