package io.lockkeeper.notifier.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double up to a limit; half of each is random, so that what failed together does not return together. */
record BackOff(Duration first, Duration most) {

    Duration after(int failures, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(Math.max(0, failures), 20);
        long pause = Math.min(Math.max(doubled, first.toMillis()), most.toMillis());
        return Duration.ofMillis(pause / 2 + random.nextLong(pause / 2 + 1));
    }
}
