package io.lockkeeper.riskengine;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.Calibration;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Basis;
import io.lockkeeper.riskengine.report.Effect;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.report.Work;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class YardstickTest {

    /** Blocks writes only; nothing about it but its time makes it dangerous. */
    private static final String MEASURED = "ALTER TABLE items ADD CONSTRAINT c CHECK (id > 0);";

    @Test
    void saysNothingOfTheDefaults() {
        // when
        Report report = assess(MEASURED, Yardstick.defaults());
        // then
        assertThat(Yardstick.defaults().json()).isEmpty();
        assertThat(report.json())
                .doesNotContain("judgedBy")
                .isEqualTo(Shop.assess(MEASURED).json());
    }

    @Test
    void readsWhatItWroteAndWhatAPersonDoes() throws PlanRefused {
        // given
        Yardstick yardstick = new Yardstick(Thresholds.defaults().withSeconds(2, 20, 5, 60), slower(3));
        // when
        JsonNode json = yardstick.json().orElseThrow();
        Yardstick short_ = Yardstick.of(
                CanonicalJson.parse("{\"thresholds\": {\"readsAndWritesBlocked\": {\"high\": 20, \"medium\": 2.0}}}"));
        // then
        assertThat(Yardstick.of(json)).isEqualTo(yardstick);
        assertThat(short_.thresholds()).isEqualTo(yardstick.thresholds());
        assertThat(Yardstick.of(null)).isEqualTo(Yardstick.defaults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"threshold\": {}} ~ $.threshold: unknown",
                "{\"thresholds\": 1} ~ $.thresholds: an object",
                "{\"thresholds\": {\"writes\": {}}} ~ $.thresholds.writes: unknown",
                "{\"thresholds\": {\"writesBlocked\": {\"low\": 1}}} ~ $.thresholds.writesBlocked.low: unknown",
                "{\"thresholds\": {\"writesBlocked\": {\"high\": \"1\"}}} ~ $.thresholds.writesBlocked.high: a number",
                "{\"thresholds\": {\"writesBlocked\": {\"medium\": 61}}} ~ 0 <= medium <= high",
                "{\"thresholds\": {\"writesBlocked\": {\"medium\": -1}}} ~ 0 <= medium <= high",
                "{\"thresholds\": {\"writesBlocked\": {\"high\": 86401}}} ~ <= 1 day",
                "{\"thresholds\": {\"readsAndWritesBlocked\": {\"medium\": 6}}} ~ hurt more than blocked writes",
                "{\"thresholds\": {\"readsAndWritesBlocked\": {\"high\": 61}}} ~ hurt more than blocked writes",
                "{\"calibration\": []} ~ $.calibration: an object",
                "{\"calibration\": {\"copy\": {}}} ~ $.calibration.copy: no kind of work",
                "{\"calibration\": {\"scan\": {\"factor\": 9}}} ~ highest <= 8",
                "{\"calibration\": {\"scan\": {\"factor\": 2, \"highest\": 1}}} ~ factor <= highest",
                "{\"calibration\": {\"scan\": {\"runs\": 2}}} ~ at least 3 runs",
                "[] ~ $: an object"
            })
    void refusesNonsenseWithItsPath(String json, String message) {
        assertThat(catchThrowableOfType(PlanRefused.class, () -> Yardstick.of(CanonicalJson.parse(json))))
                .hasMessageContaining(message);
    }

    @Test
    void refusesThresholdsThatAreNoNumber() {
        assertThatThrownBy(() -> Thresholds.defaults().withSeconds(Double.NaN, 10, 5, 60))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsLevelsWhereTheThresholdsSay() {
        // given
        double blocked =
                effect(assess(MEASURED, Yardstick.defaults())).blocked().high();
        // then
        assertThat(blocked).isPositive();
        assertThat(risk(thresholds(blocked - 0.05, blocked + 1))).isEqualTo(Risk.MEDIUM);
        assertThat(risk(thresholds(blocked / 4, blocked / 2))).isEqualTo(Risk.HIGH);
        assertThat(risk(thresholds(blocked + 1, blocked + 2))).isEqualTo(Risk.LOW);
    }

    @Test
    void multipliesEstimatesByWhatTheTargetShowed() {
        // given
        Effect usual = effect(assess(MEASURED, Yardstick.defaults()));
        // when
        Report report = assess(MEASURED, new Yardstick(Thresholds.defaults(), slower(3)));
        // then
        Effect slower = effect(report);
        assertThat(slower.total().low()).isCloseTo(usual.total().low() * 3, within(0.01));
        assertThat(slower.total().high() - 0.1).isCloseTo((usual.total().high() - 0.1) * 3, within(0.02));
        assertThat(slower.basis()).singleElement().satisfies(basis -> {
            assertThat(basis.work()).isEqualTo(Work.SCAN);
            assertThat(basis.runs()).isEqualTo(5);
            assertThat(basis.seconds()).isEqualTo(usual.basis().getFirst().seconds());
        });
        assertThat(report.json()).contains("\"calibratedBy\":5").contains("\"judgedBy\":{\"calibration\":{");
        assertThat(report.reportHash()).isEqualTo(Shop.assess(MEASURED).reportHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE orders;",
                "ALTER TABLE orders DROP COLUMN note;",
                "TRUNCATE orders;",
                "ALTER TABLE orders RENAME COLUMN note TO remark;",
                "VACUUM FULL orders;",
                "ALTER TABLE orders ALTER COLUMN note TYPE int USING note::int;",
                "somehting odd;"
            })
    void neverLowersBelowWhatIsDangerousHoweverFastItIs(String sql) {
        // given
        Report usual = assess(sql, Yardstick.defaults());
        // when
        Report fast = assess(sql, new Yardstick(Thresholds.defaults(), slower(0.125)));
        // then
        assertThat(usual.risk()).isNotEqualTo(Risk.LOW);
        assertThat(fast.risk()).isEqualTo(usual.risk());
        assertThat(fast.statements().getFirst().findings())
                .hasSameSizeAs(usual.statements().getFirst().findings());
    }

    @Test
    void doesNotCompareRowsThatAConditionPicks() {
        assertThat(effect(Shop.assess("UPDATE orders SET note = '' WHERE note IS NULL;"))
                        .basis())
                .isEmpty();
        assertThat(effect(Shop.assess("VACUUM FULL orders;")).basis())
                .extracting(Basis::work)
                .containsExactly(Work.REWRITE);
        assertThat(effect(Shop.assess("CREATE INDEX CONCURRENTLY i ON orders (note);"))
                        .basis())
                .extracting(Basis::work)
                .containsExactly(Work.CONCURRENT_INDEX_BUILD);
    }

    @Test
    void travelsInTheBundleUnderItsHash() throws PlanRefused {
        // given
        Bundle plain = Bundle.of(
                Engine.NATIVE, Options.defaults(), null, List.of(new SourceFile("a.sql", "DROP TABLE orders")));
        Yardstick yardstick = new Yardstick(Thresholds.defaults().withSeconds(2, 20, 5, 60), slower(3));
        // when
        Bundle judged = plain.judgedBy(yardstick.json().orElseThrow());
        Bundle read = Bundle.read(judged.bytes(), judged.hash()).orElseThrow();
        // then
        assertThat(judged.hash()).isNotEqualTo(plain.hash());
        assertThat(read).isEqualTo(judged);
        assertThat(Yardstick.of(read.judgedBy())).isEqualTo(yardstick);
        assertThat(Bundle.read(plain.bytes(), plain.hash()).orElseThrow().judgedBy())
                .isNull();
    }

    private static Calibration slower(double factor) {
        Map<Work, Calibration.Factor> factors = new EnumMap<>(Work.class);
        for (Work work : Work.values()) {
            factors.put(work, new Calibration.Factor(factor, factor, factor, 5));
        }
        return new Calibration(factors);
    }

    private static Yardstick thresholds(double medium, double high) {
        return new Yardstick(Thresholds.defaults().withSeconds(medium, high, medium, high), Calibration.NONE);
    }

    private static Risk risk(Yardstick yardstick) {
        return assess(MEASURED, yardstick).risk();
    }

    private static Report assess(String sql, Yardstick yardstick) {
        Plan plan = Shop.plan(sql, "each");
        return RiskEngine.assess(plan, Shop.asked(Shop.facts(), plan), yardstick);
    }

    private static Effect effect(Report report) {
        return report.statements().getFirst().effects().getFirst();
    }
}
