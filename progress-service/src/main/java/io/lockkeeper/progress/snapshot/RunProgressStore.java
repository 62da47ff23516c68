package io.lockkeeper.progress.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.RunId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.Timeouts;

/** Rows of run_progress; a RunProgress is stored as JSON beside what the ticker selects by. */
@ApplicationScoped
class RunProgressStore implements PanacheRepositoryBase<RunProgressRow, String> {

    private final ObjectMapper json;

    RunProgressStore(ObjectMapper json) {
        // What a newer version stored must stay readable when that version is rolled back.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** The run's progress, made if there was none, locked until the caller's transaction ends. */
    RunProgress lock(MigrationId migration, RunId run) {
        getEntityManager()
                .createNativeQuery("""
                        INSERT INTO run_progress (run_id, migration_id, live, progress) VALUES (?1, ?2, false, ?3)
                        ON CONFLICT (run_id) DO NOTHING""")
                .setParameter(1, run.value())
                .setParameter(2, migration.value())
                .setParameter(3, write(RunProgress.of(migration, run)))
                .executeUpdate();
        return read(findById(run.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The run's progress, locked; empty when it is no longer live or someone else works on it right now. */
    Optional<RunProgress> lockIfFree(RunId run) {
        return find("run = ?1 and live", run.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional()
                .map(this::read);
    }

    void save(RunProgress progress) {
        RunProgressRow row = findById(progress.run().value());
        Snapshot published = progress.published();
        row.live = progress.live();
        row.publishedAt = published == null ? null : published.at();
        row.progress = write(progress);
    }

    List<RunProgress> live() {
        return find("live = true order by run").stream().map(this::read).toList();
    }

    Optional<RunProgress> newestOf(MigrationId migration) {
        return find("migration = ?1 order by publishedAt desc nulls last", migration.value())
                .firstResultOptional()
                .map(this::read);
    }

    private String write(RunProgress progress) {
        try {
            return json.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not write progress of run " + progress.run(), e);
        }
    }

    private RunProgress read(RunProgressRow row) {
        try {
            return json.readValue(row.progress, RunProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("could not read progress of run " + row.run, e);
        }
    }
}
