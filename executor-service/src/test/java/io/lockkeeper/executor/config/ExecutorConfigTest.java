package io.lockkeeper.executor.config;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExecutorConfigTest {

    private static final Map<String, String> NEEDED = Map.of(
            "lockkeeper.targets.shop.jdbc-url", "jdbc:postgresql://127.0.0.1/shop",
            "lockkeeper.targets.shop.username", "ddl",
            "lockkeeper.targets.shop.environment", "production",
            "lockkeeper.grant.public-keys.k1", "/etc/lockkeeper/k1.pem",
            "lockkeeper.risk.base-url", "http://127.0.0.1:8081",
            "lockkeeper.risk.token", "t");

    @Test
    void hasTheDefaultsOfTheDesign() {
        // when
        ExecutorConfig config = config(NEEDED);

        // then
        assertThat(config.runs().claiming()).isTrue();
        assertThat(config.runs().lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.runs().heartbeat()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.runs().poll()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.runs().parallel()).isEqualTo(8);
        assertThat(config.runs().shutdownGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.runs().targetLockWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.risk().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.risk().attempts()).isEqualTo(5);
        assertThat(config.risk().maxBundleBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(config.sampling().interval()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.grant().clockSkew()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.grant().publicKeys()).containsEntry("k1", Path.of("/etc/lockkeeper/k1.pem"));
        assertThat(java.util.Objects.requireNonNull(config.targets().get("shop"))
                        .password())
                .isEmpty();
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        // given
        Map<String, String> settings = new HashMap<>(NEEDED);
        settings.put("lockkeeper.runs.leese", "1s");

        // then
        assertThatThrownBy(() -> config(settings)).hasMessageContaining("lockkeeper.runs.leese");
    }

    @Test
    void refusesATargetWithoutItsEnvironment() {
        // given
        Map<String, String> settings = new HashMap<>(NEEDED);
        settings.remove("lockkeeper.targets.shop.environment");

        // then
        assertThatThrownBy(() -> config(settings)).hasMessageContaining("lockkeeper.targets.shop.environment");
    }

    private static ExecutorConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ExecutorConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(ExecutorConfig.class);
    }
}
