package io.lockkeeper.risk.intake;

import io.lockkeeper.risk.calibration.Calibrations;
import io.lockkeeper.risk.target.Levels;
import io.lockkeeper.risk.target.LiveFacts;
import io.lockkeeper.risk.target.TargetConfig;
import io.lockkeeper.risk.target.Targets;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.facts.RanChangesets;
import io.lockkeeper.riskengine.facts.SchemaFingerprint;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.ChangesetId;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Subject;
import io.micrometer.core.annotation.Timed;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Says what a submission would do to its target, from the target's live facts. Stores nothing. */
@ApplicationScoped
class Assessor {

    private static final Logger LOG = Logger.getLogger(Assessor.class);

    /** Of every target, as long as nothing executes the others. */
    private static final Dialect DIALECT = Dialect.POSTGRESQL;

    private final Targets targets;
    private final LiveFacts liveFacts;
    private final Levels levels;
    private final Calibrations calibrations;

    Assessor(Targets targets, LiveFacts liveFacts, Levels levels, Calibrations calibrations) {
        this.targets = targets;
        this.liveFacts = liveFacts;
        this.levels = levels;
        this.calibrations = calibrations;
    }

    void start(@Observes StartupEvent event) {
        RiskEngine.start();
    }

    /** @throws io.lockkeeper.edge.ProblemException when the submission is refused or the target cannot be read */
    @Timed(
            value = "lockkeeper.assessment",
            description = "Time to read facts and classify one submission",
            histogram = true)
    Assessment assess(Submission submission) {
        String name = submission.target() == null ? "" : submission.target();
        TargetConfig.Target target = targets.find(name).orElseThrow(() -> Refusal.unknownTarget(name, targets.names()));
        try {
            DIALECT.requireSupported();
            Yardstick yardstick = new Yardstick(levels.of(name), calibrations.of(name));
            Bundle bundle = Bundles.of(submission).judgedBy(yardstick.json().orElse(null));
            // A script that cannot be read is refused whether the target can be reached or not: only a changelog asks
            // it first.
            Set<ChangesetId> ran = bundle.engine() == Engine.NATIVE ? Set.of() : ranChangesets(name);
            Plan plan = Planner.plan(bundle, DIALECT, ran);
            Bundles.requireSize(plan);
            return assess(name, target, bundle, yardstick, plan, liveFacts.of(name, RiskEngine.names(plan)));
        } catch (PlanRefused refused) {
            throw Refusal.of(refused);
        } catch (SQLException e) {
            String id = UUID.randomUUID().toString();
            LOG.warnf(e, "facts of target %s could not be read (log id %s)", name, id);
            throw Refusal.targetUnreachable(name, id);
        }
    }

    private Set<ChangesetId> ranChangesets(String target) throws SQLException {
        try (Connection connection = targets.open(target)) {
            return RanChangesets.read(connection);
        }
    }

    private static Assessment assess(
            String name, TargetConfig.Target target, Bundle bundle, Yardstick yardstick, Plan plan, TargetFacts facts) {
        Report report = RiskEngine.assess(plan, facts, yardstick);
        byte[] bytes = bundle.bytes();
        String bundleHash = CanonicalJson.sha256(bytes);
        String reportHash = report.reportHash();
        String subjectHash = new Subject(
                        bundleHash,
                        plan.statementsHash(),
                        bundle.engine(),
                        bundle.options(),
                        name,
                        target.environment(),
                        reportHash,
                        SchemaFingerprint.of(facts))
                .hash();
        return new Assessment(
                name,
                target,
                facts.serverVersion(),
                bundle,
                bytes,
                bundleHash,
                subjectHash,
                reportHash,
                report.withSubjectHash(subjectHash));
    }
}
