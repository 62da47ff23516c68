package io.lockkeeper.approval.window;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Freezes in PostgreSQL. */
@ApplicationScoped
class FreezeStore implements PanacheRepositoryBase<FreezeEntity, UUID> {

    void add(Freeze freeze) {
        FreezeEntity row = new FreezeEntity();
        row.id = freeze.id().value();
        row.reason = freeze.reason();
        row.from = freeze.from();
        row.until = freeze.until();
        row.targets = freeze.scope().targets().toArray(String[]::new);
        row.environments = freeze.scope().environments().toArray(String[]::new);
        row.setBy = freeze.setBy();
        row.setAt = freeze.setAt();
        persist(row);
    }

    Optional<Freeze> lock(FreezeId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(FreezeStore::freeze);
    }

    void end(FreezeId id, Freeze.Ending ending) {
        FreezeEntity row = findById(id.value());
        row.endedBy = ending.by();
        row.endedAt = ending.at();
    }

    List<Freeze> notOverAt(Instant now) {
        return list("until > ?1 and (endedAt is null or endedAt > ?1) order by from, id", now).stream()
                .map(FreezeStore::freeze)
                .toList();
    }

    /** All that ever were, latest first. */
    List<Freeze> latest(int limit) {
        return find("order by from desc, id").page(0, limit).list().stream()
                .map(FreezeStore::freeze)
                .toList();
    }

    private static Freeze freeze(FreezeEntity row) {
        return new Freeze(
                new FreezeId(row.id),
                row.reason,
                row.from,
                row.until,
                new Scope(Set.of(row.targets), Set.of(row.environments)),
                row.setBy,
                row.setAt,
                row.endedBy == null ? null : new Freeze.Ending(row.endedBy, row.endedAt));
    }
}
