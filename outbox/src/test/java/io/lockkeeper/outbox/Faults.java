package io.lockkeeper.outbox;

import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.postgresql.PGConnection;

/** Decides by a seed where the process dies, a database session is killed or the broker refuses. */
final class Faults {

    /** Of one step. A run has some ten steps per event, so every event meets about one fault. */
    private static final int ONE_IN = 12;

    private final Random random;
    private final PostgresServer server = Testbed.shared().postgres();
    private final Set<String> crashedAt = new ConcurrentSkipListSet<>();
    private volatile boolean calm;

    Faults(long seed) {
        random = new Random(seed);
    }

    /** From here on nothing goes wrong. */
    void calm() {
        calm = true;
    }

    /** The steps at which a process died or a session was killed. */
    Set<String> crashedAt() {
        return crashedAt;
    }

    boolean happens() {
        return !calm && pick(ONE_IN) == 0;
    }

    int pick(int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    /** A place where the process may die. */
    void step(String where) {
        if (happens()) {
            crashedAt.add(where);
            throw new Crash(where);
        }
    }

    /** A place where the process may die or lose its database session. */
    void step(String where, Connection connection) throws SQLException {
        if (happens()) {
            crashedAt.add(where);
            if (pick(2) == 0) {
                throw new Crash(where);
            }
            kill(connection);
        }
    }

    private void kill(Connection connection) throws SQLException {
        try (Connection superuser = server.connect(Testbed.DATABASE);
                PreparedStatement kill = superuser.prepareStatement("SELECT pg_terminate_backend(?)")) {
            kill.setInt(1, connection.unwrap(PGConnection.class).getBackendPID());
            kill.execute();
        }
    }
}
