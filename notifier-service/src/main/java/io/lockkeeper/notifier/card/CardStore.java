package io.lockkeeper.notifier.card;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Rows of table {@code card}. */
@ApplicationScoped
class CardStore implements PanacheRepositoryBase<CardRow, String> {

    /** The row of a migration, made if need be, locked until the transaction ends: topics are consumed side by side. */
    CardRow locked(String migrationId, Instant now) {
        getEntityManager()
                .createNativeQuery("INSERT INTO card (migration_id, dirty_since, ready_at) VALUES (:id, :now, :now)"
                        + " ON CONFLICT (migration_id) DO NOTHING")
                .setParameter("id", migrationId)
                .setParameter("now", now)
                .executeUpdate();
        return Objects.requireNonNull(findById(migrationId, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<CardRow> row(String migrationId) {
        return findByIdOptional(migrationId);
    }

    static Facets facets(CardRow row) {
        ApprovalFacet approval = FacetJson.read(row.approval, ApprovalFacet.class);
        RunFacet run = FacetJson.read(row.run, RunFacet.class);
        return new Facets(
                row.migrationId,
                FacetJson.read(row.migration, MigrationFacet.class),
                approval == null ? ApprovalFacet.NONE : approval,
                run == null ? RunFacet.NONE : run,
                FacetJson.read(row.snapshot, SnapshotFacet.class));
    }

    /** Writes only the facets that changed: a long migration's statements are not rewritten by each snapshot. */
    static void save(CardRow row, Facets before, Facets after) {
        if (!Objects.equals(before.migration(), after.migration())) {
            row.migration = FacetJson.write(after.migration());
        }
        if (!before.approval().equals(after.approval())) {
            row.approval = FacetJson.write(after.approval());
        }
        if (!before.run().equals(after.run())) {
            row.run = FacetJson.write(after.run());
        }
        if (!Objects.equals(before.snapshot(), after.snapshot())) {
            row.snapshot = FacetJson.write(after.snapshot());
        }
    }
}
