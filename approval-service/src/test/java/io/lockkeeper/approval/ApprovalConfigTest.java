package io.lockkeeper.approval;

import io.lockkeeper.edge.EdgeConfig;
import io.lockkeeper.outbox.OutboxConfig;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApprovalConfigTest {

    private static final Map<String, String> LEAST = Map.of(
            "lockkeeper.service", "approval-service",
            "lockkeeper.grant.private-key-file", "/etc/lockkeeper/grant.pem",
            "lockkeeper.grant.key-id", "2026-11",
            "lockkeeper.slack.bot-token", "xoxb",
            "lockkeeper.slack.signing-secret", "secret");

    @Test
    void hasADefaultForWhatNeedsNone() {
        ApprovalConfig config = read(Map.of());

        assertThat(config.policy().name()).isEqualTo("default");
        assertThat(config.policy().lowApprovals()).isZero();
        assertThat(config.policy().mediumApprovals()).isEqualTo(1);
        assertThat(config.policy().highApprovals()).isEqualTo(1);
        assertThat(config.policy().submitterMayApprove()).isFalse();
        assertThat(config.policy().expiry()).isEqualTo(Duration.ofHours(24));
        assertThat(config.policy().approverGroup()).isEqualTo("dba");
        assertThat(config.directory().people()).isEmpty();
        assertThat(config.directory().slackGroups()).isEmpty();
        assertThat(config.directory().refresh()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.windows().peaks()).isEmpty();
        assertThat(config.windows().checkEvery()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.grant().lifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(config.slack().baseUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    }

    @Test
    void readsPeopleAndPeaks() {
        // when
        ApprovalConfig config = read(Map.of(
                "lockkeeper.directory.people.dana.slack-team", "T0LOCK",
                "lockkeeper.directory.people.dana.slack-user", "U0DANA",
                "lockkeeper.directory.people.dana.groups", "dba,oncall",
                "lockkeeper.windows.peaks.noon.days", "MONDAY,friday",
                "lockkeeper.windows.peaks.noon.from", "11:30",
                "lockkeeper.windows.peaks.noon.to", "13:00",
                "lockkeeper.windows.peaks.noon.zone", "Europe/Berlin",
                "lockkeeper.windows.peaks.noon.environments", "production",
                "lockkeeper.windows.peaks.noon.mode", "warn"));

        // then
        ApprovalConfig.DirectoryEntry dana =
                Objects.requireNonNull(config.directory().people().get("dana"));
        ApprovalConfig.Peak noon =
                Objects.requireNonNull(config.windows().peaks().get("noon"));
        assertThat(dana.slackTeam()).contains("T0LOCK");
        assertThat(dana.slackUser()).contains("U0DANA");
        assertThat(dana.groups()).contains(Set.of("dba", "oncall"));
        assertThat(noon.days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(noon.from()).isEqualTo(LocalTime.of(11, 30));
        assertThat(noon.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(noon.targets()).isEmpty();
        assertThat(noon.environments()).contains(Set.of("production"));
        assertThat(noon.mode()).isEqualTo(ApprovalConfig.PeakMode.WARN);
        assertThat(config.grant().privateKeyFile()).isEqualTo(Path.of("/etc/lockkeeper/grant.pem"));
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        assertThatThrownBy(() -> read(Map.of("lockkeeper.policy.high-aprovals", "2")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("lockkeeper.policy.high-aprovals");
    }

    @Test
    void refusesAZoneThatIsNone() {
        assertThatThrownBy(() -> read(Map.of(
                        "lockkeeper.windows.peaks.noon.days", "MONDAY",
                        "lockkeeper.windows.peaks.noon.from", "11:30",
                        "lockkeeper.windows.peaks.noon.to", "13:00",
                        "lockkeeper.windows.peaks.noon.zone", "Mars/Olympus")))
                .hasMessageContaining("zone");
    }

    private static ApprovalConfig read(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ApprovalConfig.class)
                .withMapping(EdgeConfig.class)
                .withMapping(OutboxConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(ApprovalConfig.class);
    }
}
