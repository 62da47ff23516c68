package io.lockkeeper.risk.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Migrations and the Idempotency-Keys they came with. */
@ApplicationScoped
class MigrationStore implements PanacheRepositoryBase<MigrationEntity, UUID> {

    /** A stored migration, for answers. */
    record Stored(
            MigrationId id,
            String version,
            String target,
            String engine,
            String submitter,
            String subjectHash,
            String reportHash,
            String risk,
            String report,
            Instant submittedAt) {}

    /** An earlier use of an Idempotency-Key. */
    record Used(String requestHash, MigrationId migration) {}

    Stored insert(Migration migration) {
        MigrationEntity row = new MigrationEntity();
        Assessment assessment = migration.assessment();
        row.id = migration.id().value();
        row.version = migration.version();
        row.target = assessment.targetName();
        row.engine = assessment.bundle().engine().id();
        row.submitter = migration.submitter();
        row.credential = migration.credential();
        row.bundleHash = assessment.bundleHash();
        row.subjectHash = assessment.subjectHash();
        row.reportHash = assessment.reportHash();
        row.risk = assessment.report().risk().name();
        row.diffUrl = migration.diffUrl().isEmpty() ? null : migration.diffUrl();
        row.report = assessment.report().json();
        row.submittedAt = migration.submittedAt();
        persist(row);
        return stored(row);
    }

    Optional<Stored> find(MigrationId id) {
        return findByIdOptional(id.value()).map(MigrationStore::stored);
    }

    private static Stored stored(MigrationEntity row) {
        return new Stored(
                new MigrationId(row.id),
                row.version,
                row.target,
                row.engine,
                row.submitter,
                row.subjectHash,
                row.reportHash,
                row.risk,
                row.report,
                row.submittedAt);
    }

    Optional<Used> used(String credential, String key) {
        IdempotencyEntity row =
                getEntityManager().find(IdempotencyEntity.class, new IdempotencyEntity.Key(credential, key));
        return Optional.ofNullable(row).map(found -> new Used(found.requestHash, new MigrationId(found.migrationId)));
    }

    void use(String credential, String key, Used used) {
        IdempotencyEntity row = new IdempotencyEntity();
        row.key = new IdempotencyEntity.Key(credential, key);
        row.requestHash = used.requestHash();
        row.migrationId = used.migration().value();
        getEntityManager().persist(row);
    }
}
