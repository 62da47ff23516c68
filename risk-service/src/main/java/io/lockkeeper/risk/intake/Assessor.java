package io.lockkeeper.risk.intake;

import io.lockkeeper.risk.target.LiveFacts;
import io.lockkeeper.risk.target.TargetConfig;
import io.lockkeeper.risk.target.Targets;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.effect.Thresholds;
import io.lockkeeper.riskengine.facts.RanChangesets;
import io.lockkeeper.riskengine.facts.SchemaFingerprint;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.ChangesetId;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.CanonicalJson;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Options;
import io.lockkeeper.riskengine.subject.SourceFile;
import io.lockkeeper.riskengine.subject.Subject;
import io.micrometer.core.annotation.Timed;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Says what a submission would do to its target, from the target's live facts. Stores nothing. */
@ApplicationScoped
class Assessor {

    private static final Logger LOG = Logger.getLogger(Assessor.class);

    /** Of every target, as long as nothing executes the others. */
    private static final Dialect DIALECT = Dialect.POSTGRESQL;

    private static final int MAX_STATEMENTS = 5_000;

    private final Targets targets;
    private final LiveFacts liveFacts;

    Assessor(Targets targets, LiveFacts liveFacts) {
        this.targets = targets;
        this.liveFacts = liveFacts;
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
            Bundle bundle = bundle(submission);
            // A script that cannot be read is refused whether the target can be reached or not: only a changelog asks
            // it first.
            Set<ChangesetId> ran = bundle.engine() == Engine.NATIVE ? Set.of() : ranChangesets(name);
            Plan plan = Planner.plan(bundle, DIALECT, ran);
            requireSize(plan);
            return assess(name, target, bundle, plan, liveFacts.of(name, RiskEngine.names(plan)));
        } catch (PlanRefused refused) {
            throw Refusal.of(refused);
        } catch (SQLException e) {
            String id = UUID.randomUUID().toString();
            LOG.warnf(e, "facts of target %s could not be read (log id %s)", name, id);
            throw Refusal.targetUnreachable(name, id);
        }
    }

    /** What people can read and approve; the library itself reads far longer scripts. */
    private static void requireSize(Plan plan) throws PlanRefused {
        if (plan.statements().size() > MAX_STATEMENTS) {
            throw new PlanRefused(
                    RefusalCode.TOO_LARGE,
                    null,
                    0,
                    "The migration has " + plan.statements().size() + " statements, more than " + MAX_STATEMENTS,
                    "Split it into several migrations.");
        }
    }

    private Set<ChangesetId> ranChangesets(String target) throws SQLException {
        try (Connection connection = targets.open(target)) {
            return RanChangesets.read(connection);
        }
    }

    private static Assessment assess(
            String name, TargetConfig.Target target, Bundle bundle, Plan plan, TargetFacts facts) {
        Report report = RiskEngine.assess(plan, facts, Thresholds.defaults());
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

    private static Bundle bundle(Submission submission) throws PlanRefused {
        Submission.Options asked = submission.options();
        Options options = asked == null
                ? Options.defaults()
                : Options.of(asked.transaction(), asked.lockTimeout(), asked.lockRetries());
        List<SourceFile> files = submission.files() == null
                ? List.of()
                : submission.files().stream().map(Submission.File::toSource).toList();
        String engine = submission.engine();
        if (engine == null) {
            throw Refusal.invalid("'engine' is missing: \"native\" or \"liquibase\"");
        }
        return Bundle.of(Engine.of(engine), options, submission.entry(), files);
    }
}
