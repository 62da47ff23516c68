package io.lockkeeper.risk.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Row of a stored migration. */
@Entity
@Table(name = "migration")
@NullUnmarked
class MigrationEntity {

    @Id
    UUID id;

    String version;
    String target;
    String engine;
    String submitter;
    String credential;

    @Column(name = "bundle_hash")
    String bundleHash;

    @Column(name = "subject_hash")
    String subjectHash;

    @Column(name = "report_hash")
    String reportHash;

    String risk;

    @Column(name = "diff_url")
    String diffUrl;

    String report;

    @Column(name = "submitted_at")
    Instant submittedAt;
}
