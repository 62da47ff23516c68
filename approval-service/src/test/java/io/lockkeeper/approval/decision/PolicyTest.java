package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.Migrations;
import io.lockkeeper.approval.migration.Risk;
import io.lockkeeper.approval.migration.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void refusesToLetHighPassWithoutAPerson() {
        assertThatThrownBy(() -> new Policy("p", 0, 0, 0, false, DAY, "dba"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lockkeeper.policy: high-approvals");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Policy("p", -1, 0, 1, false, DAY, "dba")).hasMessageContaining("low-approvals");
        assertThatThrownBy(() -> new Policy("p", 0, 99, 1, false, DAY, "dba")).hasMessageContaining("medium-approvals");
        assertThatThrownBy(() -> new Policy("p", 0, 1, 1, false, Duration.ZERO, "dba"))
                .hasMessageContaining("expiry");
        assertThatThrownBy(() -> new Policy("p", 0, 1, 1, false, DAY, " ")).hasMessageContaining("approver-group");
    }

    @Test
    void asksAsManyAsTheRiskNeeds() {
        // given
        Policy policy = new Policy("p", 0, 1, 2, true, DAY, "dba");

        // when
        List<Terms> terms = List.of(
                policy.terms(Migrations.of(Risk.LOW), NOW),
                policy.terms(Migrations.of(Risk.MEDIUM), NOW),
                policy.terms(Migrations.of(Risk.HIGH), NOW));

        // then
        assertThat(terms).extracting(Terms::needed).containsExactly(0, 1, 2);
        assertThat(terms).extracting(Terms::submitterMayApprove).containsExactly(true, true, false);
        assertThat(terms).allSatisfy(t -> assertThat(t.expiresAt()).isEqualTo(NOW.plus(DAY)));
    }

    @Test
    void fallsBackToItsOwnGroupWhereTheTargetNamesNone() {
        // given
        Migration named = Migrations.of(Risk.HIGH);
        Migration unnamed = new Migration(
                named.id(),
                named.version(),
                new Target("shop", "production", ""),
                named.engine(),
                named.submitter(),
                named.risk(),
                named.subject(),
                named.bundleHash(),
                named.planUrl(),
                named.statements(),
                named.findings());
        Policy policy = new Policy("p", 0, 1, 1, false, DAY, "oncall");

        // then
        assertThat(policy.terms(named, NOW).group()).isEqualTo("dba");
        assertThat(policy.terms(unnamed, NOW).group()).isEqualTo("oncall");
    }

    @Test
    void hashesEverythingItSays() {
        List<Policy> policies = List.of(
                new Policy("p", 0, 1, 1, false, DAY, "dba"),
                new Policy("q", 0, 1, 1, false, DAY, "dba"),
                new Policy("p", 1, 1, 1, false, DAY, "dba"),
                new Policy("p", 0, 2, 1, false, DAY, "dba"),
                new Policy("p", 0, 1, 2, false, DAY, "dba"),
                new Policy("p", 0, 1, 1, true, DAY, "dba"),
                new Policy("p", 0, 1, 1, false, DAY.plusSeconds(1), "dba"),
                new Policy("p", 0, 1, 1, false, DAY, "oncall"));

        assertThat(policies).extracting(Policy::hash).doesNotHaveDuplicates();
        assertThat(policies).allSatisfy(policy -> assertThat(policy.hash()).matches("sha256:[0-9a-f]{64}"));
    }
}
