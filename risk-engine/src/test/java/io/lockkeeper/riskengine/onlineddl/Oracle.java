package io.lockkeeper.riskengine.onlineddl;

import io.lockkeeper.testbed.MysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Asks a server what it does with a shape: every algorithm from the cheapest on, then every lock from the most
 * permissive on, then nothing at all; each try on new tables.
 */
final class Oracle {

    private static final String NONE = "-";

    private final Scratch scratch;
    private final ServerVersion version;

    private Oracle(Scratch scratch) {
        this.scratch = scratch;
        this.version = scratch.version();
    }

    static Oracle of(MysqlServer server) {
        try (Connection connection = server.connect()) {
            return new Oracle(new Scratch(server, ServerVersion.of(connection), TableKinds.read()));
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask the server for its version", e);
        }
    }

    ServerVersion version() {
        return version;
    }

    Measurement measure(Shape shape) {
        try {
            return asked(shape);
        } catch (SQLException e) {
            throw new IllegalStateException(version + " cannot be asked for " + shape + ": " + e.getMessage(), e);
        }
    }

    private Measurement asked(Shape shape) throws SQLException {
        List<String> notes = new ArrayList<>();
        Attempt byDefault = byDefault(shape, notes);
        List<String> refusals = new ArrayList<>();
        boolean placeable = false;
        String algorithm = NONE;
        String lock = NONE;
        String rebuilt = byDefault.rebuilt();
        for (Algorithm candidate : shape.takesClauses() ? Algorithm.of(version) : List.<Algorithm>of()) {
            Attempt attempt = attempt(shape, shape.with("ALGORITHM=" + candidate));
            placeable |= !attempt.unreadable();
            if (attempt.accepted()) {
                algorithm = candidate.toString();
                rebuilt = attempt.rebuilt();
                lock = lock(shape, candidate, refusals);
                if (attempt.rows() > 0 && candidate != Algorithm.COPY) {
                    notes.add("copies " + attempt.rows() + " rows in spite of " + candidate);
                }
                break;
            }
            refusals.add(candidate + ": " + attempt.outcome());
        }
        if (placeable) {
            notes.addAll(refusals);
            algorithm = algorithm.equals(NONE) ? "refused" : algorithm;
        }
        String waits = waits(shape, placeable);
        return new Measurement(
                version, shape, algorithm, lock, rebuilt, byDefault.outcome(), waits, String.join(" ; ", notes));
    }

    private Attempt byDefault(Shape shape, List<String> notes) throws SQLException {
        try (Connection connection = scratch.open(shape)) {
            Attempt attempt = Attempt.of(connection, version, shape.settings(), shape.byDefault());
            notes.addAll(attempt.told());
            if (attempt.accepted()) {
                notes.addAll(Aftermath.notes(connection, version, shape.byDefault()));
            }
            return attempt;
        }
    }

    private Attempt attempt(Shape shape, String sql) throws SQLException {
        try (Connection connection = scratch.open(shape)) {
            return Attempt.of(connection, version, shape.settings(), sql);
        }
    }

    private String lock(Shape shape, Algorithm algorithm, List<String> refusals) throws SQLException {
        List<String> refused = new ArrayList<>();
        for (Lock lock : Lock.values()) {
            Attempt attempt = attempt(shape, shape.with("ALGORITHM=" + algorithm, "LOCK=" + lock));
            if (attempt.accepted()) {
                refusals.addAll(refused);
                return lock.toString();
            }
            refused.add(algorithm + " LOCK=" + lock + ": " + attempt.outcome());
        }
        return "DEFAULT";
    }

    /** Which tables' open transactions hold the statement up: "p" for readers already, "p(writers)" for writers only. */
    private String waits(Shape shape, boolean placeable) throws SQLException {
        List<String> tables = new ArrayList<>(scratch.kinds().others(shape.kind()));
        if (!placeable && !shape.kind().equals("temporary")) {
            tables.add("t");
        }
        StringJoiner waits = new StringJoiner(" ").setEmptyValue(NONE);
        for (String table : tables) {
            if (waits(shape, "SELECT * FROM " + table)) {
                waits.add(table);
            } else if (waits(shape, "DELETE FROM " + table + " WHERE 1 = 0")) {
                waits.add(table + "(writers)");
            }
        }
        return waits.toString();
    }

    private boolean waits(Shape shape, String holder) throws SQLException {
        try (Connection connection = scratch.open(shape);
                Connection other = scratch.server().connect(Scratch.DATABASE);
                Statement statement = other.createStatement();
                Statement settings = connection.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(holder);
            settings.execute("SET lock_wait_timeout = 1, innodb_lock_wait_timeout = 1");
            return Attempt.of(connection, version, shape.settings(), shape.byDefault())
                    .waited();
        }
    }
}
