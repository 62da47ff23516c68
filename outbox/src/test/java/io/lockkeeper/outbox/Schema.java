package io.lockkeeper.outbox;

import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A schema of its own with the outbox's tables, as a service has it. */
final class Schema {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    private Schema(String url) {
        source.setUrl(url);
        source.setUser(PostgresServer.SUPERUSER);
    }

    static Schema create() {
        Testbed testbed = Testbed.shared();
        String name = "outbox_" + COUNT.incrementAndGet();
        testbed.postgres().createDatabase(Testbed.DATABASE, PostgresServer.SUPERUSER);
        return in(testbed.postgres(), Testbed.DATABASE, name);
    }

    static Schema in(PostgresServer server, String database, String name) {
        server.execute(database, "DROP SCHEMA IF EXISTS " + name + " CASCADE", "CREATE SCHEMA " + name);
        Schema schema = new Schema(server.url(database, name));
        schema.source.setPassword(server.password());
        schema.execute(script());
        return schema;
    }

    DataSource source() {
        return source;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        return Long.parseLong(rows(query).getFirst());
    }

    /** The first column of each row. */
    List<String> rows(String query) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script() {
        try (InputStream sql = Objects.requireNonNull(Schema.class.getResourceAsStream("outbox.sql"))) {
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
