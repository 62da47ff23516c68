package io.lockkeeper.progress.snapshot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "run_progress")
class RunProgressRow {

    @Id
    @Column(name = "run_id")
    String run;

    @Column(name = "migration_id")
    String migration;

    @Column
    boolean live;

    @Column(name = "published_at")
    @Nullable
    Instant publishedAt;

    @Column
    String progress;
}
