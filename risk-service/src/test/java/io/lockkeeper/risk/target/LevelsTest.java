package io.lockkeeper.risk.target;

import io.lockkeeper.riskengine.effect.Thresholds;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LevelsTest {

    private static final Map<String, String> SHOP = Map.of(
            "lockkeeper.targets.shop.jdbc-url", "jdbc:postgresql://127.0.0.1/shop",
            "lockkeeper.targets.shop.username", "reader",
            "lockkeeper.targets.shop.password", "x",
            "lockkeeper.targets.shop.environment", "production",
            "lockkeeper.targets.shop.owner", "team",
            "lockkeeper.targets.shop.channel", "C0");

    @Test
    void areTheDesignsWhereNothingIsConfigured() {
        // when
        Levels levels = levels(Map.of());
        // then
        assertThat(levels.everywhere()).isEqualTo(Thresholds.defaults());
        assertThat(levels.of("shop")).isEqualTo(Thresholds.defaults());
    }

    @Test
    void areTheTargetsOverThoseOfAllOverTheDefaults() {
        // when
        Levels levels = levels(Map.of(
                "lockkeeper.thresholds.reads-and-writes-blocked.medium", "2s",
                "lockkeeper.thresholds.writes-blocked.high", "2m",
                "lockkeeper.targets.shop.thresholds.reads-and-writes-blocked.medium", "0.5s"));
        // then
        assertThat(levels.everywhere()).isEqualTo(Thresholds.defaults().withSeconds(2, 10, 5, 120));
        assertThat(levels.of("shop")).isEqualTo(Thresholds.defaults().withSeconds(0.5, 10, 5, 120));
    }

    @ParameterizedTest
    @CsvSource({
        "lockkeeper.thresholds.reads-and-writes-blocked.medium, 11s, lockkeeper.thresholds",
        "lockkeeper.thresholds.writes-blocked.high, 4s, lockkeeper.thresholds",
        "lockkeeper.thresholds.writes-blocked.high, 2d, lockkeeper.thresholds",
        "lockkeeper.thresholds.writes-blocked.medium, -1s, lockkeeper.thresholds",
        "lockkeeper.targets.shop.thresholds.reads-and-writes-blocked.high, 61s, lockkeeper.targets.shop.thresholds",
        "lockkeeper.thresholds.writes-blocked.low, 1s, lockkeeper.thresholds.writes-blocked.low",
        "lockkeeper.thresholds.writes-blocked.medium, soon, soon"
    })
    void refuseToStartWithNonsense(String key, String value, String named) {
        assertThatThrownBy(() -> levels(Map.of(key, value))).hasMessageContaining(named);
    }

    private static Levels levels(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(SHOP);
        settings.putAll(more);
        return new Levels(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TargetConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(TargetConfig.class));
    }
}
