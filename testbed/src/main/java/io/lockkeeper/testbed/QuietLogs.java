package io.lockkeeper.testbed;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the broker's and the database starter's chatter out of test logs: warnings and worse remain. */
final class QuietLogs {

    /** Held strongly, for java.util.logging forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("kafka"),
            Logger.getLogger("state"),
            Logger.getLogger("org.apache.kafka"),
            Logger.getLogger("io.zonky.test"));

    private QuietLogs() {}

    static void on() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
        // Says "no such config" and "closing with error" in passing at each start and stop of a single node.
        Logger noisy = Logger.getLogger("org.apache.kafka.clients.NetworkClient");
        noisy.setLevel(Level.SEVERE);
    }
}
