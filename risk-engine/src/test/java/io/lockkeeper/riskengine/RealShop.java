package io.lockkeeper.riskengine;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.testbed.LocalPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The {@link Shop}'s tables with rows in them, on a real server. */
final class RealShop implements AutoCloseable {
    static final int ORDERS = 5_000;

    private final LocalPostgres postgres = LocalPostgres.start();

    RealShop() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(Shop.DDL);
            statement.execute("""
                    CREATE SCHEMA archive;
                    CREATE ROLE app;
                    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                    INSERT INTO customers SELECT g, 'c' || g || '@x' FROM generate_series(1, 1000) g;
                    INSERT INTO orders SELECT g, 1 + g % 1000, 1 + g % 500, 'note ' || g, g, 'c' || g, g, now()
                        FROM generate_series(1, 5000) g;
                    INSERT INTO items SELECT g, 'l' || g FROM generate_series(1, 50) g;
                    INSERT INTO events SELECT 2026 FROM generate_series(1, 10);
                    UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_broken_idx'::regclass;
                    """);
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE fast LOCATION ''");
            statement.execute("ANALYZE");
        }
    }

    Connection connect() throws SQLException {
        return postgres.server().connect("postgres");
    }

    TargetFacts facts(Plan plan) throws SQLException {
        try (Connection connection = connect()) {
            return PostgresFacts.read(connection, RiskEngine.names(plan));
        }
    }

    Report assess(Plan plan) throws SQLException {
        return RiskEngine.assess(plan, facts(plan), Thresholds.defaults());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
