package io.lockkeeper.progress;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock of the service; tests put another in its place. */
class ClockSource {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
