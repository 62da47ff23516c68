package io.lockkeeper.risk.target;

import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.testbed.PostgresServer;
import io.lockkeeper.testbed.Testbed;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Readings of a real target are shared for as long as they are fresh, and no failure is. */
@SuppressWarnings("NullAway.Init")
class LiveFactsIT {

    private static final String TARGET = "live-facts";
    private static final String DATABASE = "live_facts";
    private static final Set<ObjectName> NAMES = Set.of(new ObjectName("public", "parcels"));

    private PostgresServer postgres;
    private Targets targets;

    @BeforeEach
    void create() {
        postgres = Testbed.shared().postgres();
        postgres.dropDatabase(DATABASE);
        postgres.createDatabase(DATABASE, PostgresServer.SUPERUSER);
        postgres.execute(DATABASE, "CREATE TABLE parcels (id bigint)");
    }

    @AfterEach
    void drop() {
        targets.close();
        postgres.dropDatabase(DATABASE);
    }

    @Test
    void sharesAReadingWhileItIsFresh() throws SQLException {
        LiveFacts facts = facts(Duration.ofMinutes(5));
        TargetFacts first = facts.of(TARGET, NAMES);
        postgres.execute(DATABASE, "ALTER TABLE parcels ADD COLUMN weight int");

        assertThat(facts.of(TARGET, NAMES)).isSameAs(first);
        assertThat(facts.of(TARGET, Set.of(new ObjectName("public", "other")))).isNotEqualTo(first);
    }

    @Test
    void readsAgainWhenNothingMayBeShared() throws SQLException {
        LiveFacts facts = facts(Duration.ZERO);
        TargetFacts first = facts.of(TARGET, NAMES);
        postgres.execute(DATABASE, "ALTER TABLE parcels ADD COLUMN weight int");

        assertThat(facts.of(TARGET, NAMES)).isNotEqualTo(first);
    }

    @Test
    void doesNotKeepAFailure() throws SQLException {
        LiveFacts facts = facts(Duration.ofMinutes(5));
        postgres.execute(PostgresServer.SUPERUSER, "ALTER DATABASE " + DATABASE + " ALLOW_CONNECTIONS false");
        assertThatThrownBy(() -> facts.of(TARGET, NAMES)).isInstanceOf(SQLException.class);
        postgres.execute(PostgresServer.SUPERUSER, "ALTER DATABASE " + DATABASE + " ALLOW_CONNECTIONS true");

        assertThat(facts.of(TARGET, NAMES)).isNotNull();
    }

    private LiveFacts facts(Duration freshFor) {
        String target = "lockkeeper.targets." + TARGET + ".";
        TargetConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TargetConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "lockkeeper.facts-fresh-for",
                                freshFor.toString(),
                                target + "jdbc-url",
                                postgres.url(DATABASE),
                                target + "username",
                                PostgresServer.SUPERUSER,
                                target + "password",
                                "not asked for",
                                target + "environment",
                                "production",
                                target + "owner",
                                "shop-team",
                                target + "channel",
                                "C0MIGRATE"),
                        "test",
                        100))
                .build()
                .getConfigMapping(TargetConfig.class);
        targets = new Targets(config);
        return new LiveFacts(targets, config);
    }
}
