package io.lockkeeper.riskengine;

import io.lockkeeper.testbed.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The {@link Shop}'s and the {@link Shapes}' tables with rows in them, on a real server of one version. */
final class RealShop implements AutoCloseable {
    static final int ORDERS = 5_000;

    private final LocalPostgres postgres;

    /** @param binaries jar with the server of the version wanted */
    RealShop(Path binaries) throws SQLException {
        postgres = LocalPostgres.start(binaries);
        try {
            create();
        } catch (SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    private void create() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE app");
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE fast LOCATION ''");
            statement.execute("CREATE DATABASE template");
        }
        try (Connection connection = connect("template");
                Statement statement = connection.createStatement()) {
            statement.execute(Shop.DDL);
            statement.execute("""
                    CREATE SCHEMA archive;
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                    INSERT INTO customers SELECT g, 'c' || g || '@x' FROM generate_series(1, 1000) g;
                    INSERT INTO orders SELECT g, 1 + g % 1000, 1 + g % 500, 'note ' || g, g, 'c' || g, g, now()
                        FROM generate_series(1, 5000) g;
                    INSERT INTO items SELECT g, 'l' || g FROM generate_series(1, 50) g;
                    INSERT INTO events SELECT 2026 FROM generate_series(1, 10);
                    UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_broken_idx'::regclass;
                    """);
            statement.execute(Shapes.DDL);
            statement.execute(DefinitionShapes.DDL);
            statement.execute("ANALYZE");
        }
        copy("shop");
    }

    /** To the database that holds the tables; nothing in it is ever committed. */
    Connection shop() throws SQLException {
        return connect("shop");
    }

    /** To a copy that the statements may change for good. */
    void copy(String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template");
        }
    }

    void drop(String copy) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + copy);
        }
    }

    Connection connect(String database) throws SQLException {
        return postgres.server().connect(database);
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
