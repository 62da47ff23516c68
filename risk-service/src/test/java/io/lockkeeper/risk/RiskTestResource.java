package io.lockkeeper.risk;

import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;

/** risk-service's schema, a target with one table in use, and three credentials. */
public class RiskTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String CI = "ci-token-of-the-tests";
    public static final String ROBOT = "robot-token-of-the-tests";
    public static final String EXECUTOR = "executor-token-of-the-tests";
    private static final String TARGET = "shop";

    @Override
    public Map<String, String> start() {
        Testbed testbed = Testbed.shared();
        Map<String, String> configuration = testbed.configurationFor("risk");
        PostgresServer postgres = testbed.postgres();
        postgres.createRole("shop_reader", "shop_reader");
        postgres.createDatabase(TARGET, PostgresServer.SUPERUSER);
        postgres.execute(TARGET, "GRANT CONNECT ON DATABASE " + TARGET + " TO shop_reader");
        createTables(postgres);
        target(configuration, "shop-production", postgres);
        target(configuration, "shop-learning", postgres);
        target(configuration, "shop-strict", postgres);
        configuration.put("lockkeeper.targets.shop-strict.thresholds.reads-and-writes-blocked.medium", "0.01s");
        configuration.put("lockkeeper.targets.shop-strict.thresholds.reads-and-writes-blocked.high", "0.02s");
        token(configuration, "ci", CI, "ci", "submit,read");
        configuration.put("lockkeeper.facts-fresh-for", "0s");
        configuration.put("lockkeeper.tokens.ci.on-behalf", "true");
        token(configuration, "robot", ROBOT, "robot", "submit");
        token(configuration, "executor", EXECUTOR, "executor-service", "bundles");
        return configuration;
    }

    @Override
    public void stop() {}

    private static void createTables(PostgresServer postgres) {
        try (Connection connection = DriverManager.getConnection(postgres.url(TARGET), PostgresServer.SUPERUSER, "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS orders");
            statement.execute("CREATE TABLE orders (id bigint PRIMARY KEY, note text, status text)");
            statement.execute("INSERT INTO orders SELECT i, 'note ' || i, 'open' FROM generate_series(1, 150000) i");
            statement.execute("ANALYZE orders");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of them are the same database. */
    private static void target(Map<String, String> configuration, String name, PostgresServer postgres) {
        String target = "lockkeeper.targets." + name + ".";
        configuration.put(target + "jdbc-url", postgres.url(TARGET));
        configuration.put(target + "username", "shop_reader");
        configuration.put(target + "password", "shop_reader");
        configuration.put(target + "environment", "production");
        configuration.put(target + "owner", "shop-team");
        configuration.put(target + "channel", "C0MIGRATE");
    }

    private static void token(
            Map<String, String> configuration, String name, String token, String identity, String roles) {
        configuration.put("lockkeeper.tokens." + name + ".sha256", sha256(token));
        configuration.put("lockkeeper.tokens." + name + ".identity", identity);
        configuration.put("lockkeeper.tokens." + name + ".roles", roles);
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
