package io.lockkeeper.progress.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.progress.event.MigrationId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of table migration; facets are stored as JSON. */
@ApplicationScoped
class MigrationStore implements PanacheRepositoryBase<MigrationRow, String> {

    private final ObjectMapper json;

    MigrationStore(ObjectMapper json) {
        // What a newer version stored must stay readable when that version is rolled back.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The migration, made if there was none, locked until the caller's transaction ends. */
    Migration lock(MigrationId id, Instant at) {
        Migration unheard = Migration.unheard(id, at);
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO migration (id, state, intake, approval, run, began_at, changed_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6) ON CONFLICT (id) DO NOTHING""")
                .setParameter(1, id.value())
                .setParameter(2, unheard.state().name())
                .setParameter(3, write(unheard.intake()))
                .setParameter(4, write(unheard.approval()))
                .setParameter(5, write(unheard.run()))
                .setParameter(6, at)
                .executeUpdate();
        return migration(findById(id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    void save(Migration migration) {
        MigrationRow row = findById(migration.id().value());
        row.state = migration.state();
        row.intake = write(migration.intake());
        row.approval = write(migration.approval());
        row.run = write(migration.run());
        row.beganAt = migration.beganAt();
        row.changedAt = migration.changedAt();
    }

    Optional<Migration> get(MigrationId id) {
        return findByIdOptional(id.value()).map(this::migration);
    }

    List<Migration> newest(int limit) {
        return find("order by beganAt desc, id desc").page(0, limit).stream()
                .map(this::migration)
                .toList();
    }

    Map<State, Long> countByState() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        getEntityManager()
                .createQuery("select m.state, count(*) from MigrationRow m group by m.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((State) row[0], (Long) row[1]));
        return counts;
    }

    private Migration migration(MigrationRow row) {
        return new Migration(
                new MigrationId(row.id),
                read(row.intake, IntakeFacet.class),
                read(row.approval, ApprovalFacet.class),
                read(row.run, RunFacet.class),
                row.beganAt,
                row.changedAt);
    }

    private String write(Object facet) {
        try {
            return json.writeValueAsString(facet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write a facet", e);
        }
    }

    private <T> T read(String text, Class<T> facet) {
        try {
            return json.readValue(text, facet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not read a facet", e);
        }
    }
}
