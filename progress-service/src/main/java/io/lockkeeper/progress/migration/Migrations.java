package io.lockkeeper.progress.migration;

import io.lockkeeper.progress.event.MigrationId;
import io.lockkeeper.progress.event.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The doorway of migrations: load, derive, save. */
@ApplicationScoped
public class Migrations {

    private final MigrationStore store;

    Migrations(MigrationStore store) {
        this.store = store;
    }

    /** Takes {@code told} in, in the caller's transaction; the migration stays locked until it ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void told(Told told) {
        store.save(store.lock(told.migration(), told.time()).with(told));
    }

    @Transactional
    public Optional<Migration> get(MigrationId id) {
        return store.get(id);
    }

    /** At most {@code limit}, newest first. */
    @Transactional
    public List<Migration> newest(int limit) {
        return store.newest(limit);
    }

    @Transactional
    public Map<State, Long> countByState() {
        return store.countByState();
    }
}
