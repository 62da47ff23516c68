package io.lockkeeper.riskengine.corpus;

import io.lockkeeper.testbed.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL corpus' schema with some thousand rows per table, on a server of its own. */
final class CorpusDatabase implements AutoCloseable {
    static final String SHOP = "shop";

    private static final String SESSION = """
            SET TimeZone = 'UTC';
            SET statement_timeout = '60s';
            SET enable_indexscan = off;
            SET enable_indexonlyscan = off;
            """;

    private final LocalPostgres postgres = LocalPostgres.start();
    private final AtomicInteger copies = new AtomicInteger();

    CorpusDatabase() throws SQLException {
        postgres.server().execute("postgres", "CREATE DATABASE " + SHOP);
        try (Connection connection = connect(SHOP)) {
            run(connection, Corpus.text("postgresql", "schema.sql"));
            run(connection, Corpus.text("postgresql", "rows.sql"));
        }
    }

    /**
     * A session in UTC. Over so few rows a plain index scan may read a whole table; without it a foreign key is seen to be
     * verified by reading both tables, as it is at any real size. Single rows are found by bitmap scans instead.
     */
    Connection connect(String database) throws SQLException {
        Connection connection = postgres.server().connect(database);
        run(connection, SESSION);
        return connection;
    }

    /** The name of a new copy; nobody may be connected to the shop meanwhile. */
    String copy() {
        String name = SHOP + "_" + copies.incrementAndGet();
        postgres.server().execute("postgres", "CREATE DATABASE " + name + " TEMPLATE " + SHOP);
        return name;
    }

    void drop(String database) {
        postgres.server().dropDatabase(database);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
