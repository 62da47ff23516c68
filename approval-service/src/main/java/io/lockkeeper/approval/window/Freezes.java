package io.lockkeeper.approval.window;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sets and ends freezes. */
@ApplicationScoped
public class Freezes {

    private static final Logger LOG = Logger.getLogger(Freezes.class);
    private static final int MOST_LISTED = 500;

    private final FreezeStore store;
    private final Clock clock;

    Freezes(FreezeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A freeze from {@code from} until {@code until}, both already checked to be in order. */
    @Transactional
    Freeze set(String reason, Instant from, Instant until, Scope scope, String by) {
        Freeze freeze = new Freeze(
                new FreezeId(UUID.randomUUID()), reason, micros(from), micros(until), scope, by, now(), null);
        store.add(freeze);
        LOG.infof("freeze %s set by %s from %s until %s", freeze.id(), by, freeze.from(), freeze.until());
        return freeze;
    }

    /** Ends it now; one that is over stays as it was. Empty for an unknown id. */
    @Transactional
    Optional<Freeze> end(FreezeId id, String by) {
        return store.lock(id).map(freeze -> {
            Instant now = now();
            if (freeze.ended() == null && !freeze.overAt(now)) {
                store.end(id, new Freeze.Ending(by, now));
                LOG.infof("freeze %s ended by %s", id, by);
            }
            return freeze;
        });
    }

    /** Those that are not over, or all that are kept for the record. */
    @Transactional
    List<Freeze> list(boolean all) {
        return all ? store.latest(MOST_LISTED) : store.notOverAt(now());
    }

    Instant now() {
        return micros(clock.instant());
    }

    /** PostgreSQL keeps microseconds; what is answered must equal what is stored. */
    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
