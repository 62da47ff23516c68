package io.lockkeeper.e2e.local;

import io.lockkeeper.testbed.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Lockkeeper's own database, a schema and role per service, and the target: a shop with two million orders. */
final class Databases {

    static final String LOCKKEEPER = "lockkeeper";
    static final String SHOP = "shop";
    /** Owns the shop's tables: the executor's account. */
    static final String OWNER = "lockkeeper_ddl";
    /** May connect and read catalogs, statistics and Liquibase's log, but no row of the shop: risk-service's account. */
    static final String READER = "lockkeeper_read";

    /** The shop's own application. */
    static final String APPLICATION = "shop_app";

    /** Counted up when the shop changes, so that nobody goes on with an old one. */
    private static final String TEMPLATE = "shop_template_2";

    private static final String UNFINISHED = "shop_template_unfinished";

    private final PostgresServer postgres;
    private final Secrets secrets;

    Databases(PostgresServer postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Creates what is missing; {@code fresh} starts over with an empty Lockkeeper and an untouched shop. */
    void prepare(boolean fresh) throws SQLException {
        postgres.createRole(OWNER, secrets.get("db." + OWNER));
        postgres.createRole(READER, secrets.get("db." + READER));
        postgres.createRole(APPLICATION, secrets.get("db." + APPLICATION));
        postgres.execute(PostgresServer.SUPERUSER, "GRANT pg_read_all_stats TO " + READER);
        if (fresh) {
            postgres.dropDatabase(LOCKKEEPER);
            postgres.dropDatabase(SHOP);
        }
        prepareLockkeeper();
        if (!postgres.databaseExists(TEMPLATE)) {
            buildTemplate();
        }
        if (!postgres.databaseExists(SHOP)) {
            postgres.execute(
                    PostgresServer.SUPERUSER,
                    "CREATE DATABASE " + SHOP + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY OWNER " + OWNER,
                    "REVOKE ALL ON DATABASE " + SHOP + " FROM PUBLIC",
                    "GRANT CONNECT ON DATABASE " + SHOP + " TO " + READER + ", " + APPLICATION);
        }
    }

    private void prepareLockkeeper() {
        postgres.createDatabase(LOCKKEEPER, PostgresServer.SUPERUSER);
        for (Service service : Service.values()) {
            postgres.createRole(service.schema(), secrets.get("db." + service.schema()));
            postgres.createSchema(LOCKKEEPER, service.schema(), service.schema());
        }
    }

    /** The rename at the end says that the template is whole. */
    private void buildTemplate() throws SQLException {
        postgres.dropDatabase(UNFINISHED);
        postgres.createDatabase(UNFINISHED, OWNER);
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(UNFINISHED), OWNER, secrets.get("db." + OWNER));
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL, name text NOT NULL)""");
            statement.execute("""
                    INSERT INTO customers
                    SELECT i, 'customer' || i || '@example.com', 'Customer ' || i FROM generate_series(1, 50000::bigint) i""");
            statement.execute("""
                    CREATE TABLE orders (
                        id bigint NOT NULL, customer_id bigint NOT NULL, customer_email text NOT NULL, status text,
                        note text, total_cents bigint NOT NULL, created_at timestamptz NOT NULL)""");
            statement.execute("""
                    INSERT INTO orders
                    SELECT i, c, 'customer' || c || '@example.com',
                           (ARRAY['open', 'paid', 'shipped', 'returned'])[1 + i % 4],
                           'order ' || i || ' ' || md5(i::text), 500 + (i * 7919) % 90000,
                           timestamptz '2024-01-01' + i * interval '37 seconds'
                    FROM (SELECT i, 1 + (i * 48271) % 50000 AS c FROM generate_series(1, 2000000::bigint) i) AS numbers""");
            statement.execute("ALTER TABLE orders ADD PRIMARY KEY (id)");
            // The shop has used Liquibase before: its log is there, and the reader may read which changesets ran.
            statement.execute("""
                    CREATE TABLE databasechangelog (
                        id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
                        dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL, exectype varchar(10) NOT NULL,
                        md5sum varchar(35), description varchar(255), comments varchar(255), tag varchar(255),
                        liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10))""");
            statement.execute("GRANT SELECT ON databasechangelog TO " + READER);
            statement.execute("GRANT USAGE ON SCHEMA public TO " + READER + ", " + APPLICATION);
            statement.execute("GRANT SELECT, INSERT ON orders TO " + APPLICATION);
        }
        postgres.execute(UNFINISHED, "VACUUM (ANALYZE, FREEZE)", "CHECKPOINT");
        postgres.execute(PostgresServer.SUPERUSER, "ALTER DATABASE " + UNFINISHED + " RENAME TO " + TEMPLATE);
    }
}
