package io.lockkeeper.executor.preflight;

import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.SqlFailure;
import io.lockkeeper.executor.grant.Grant;
import io.lockkeeper.executor.grant.GrantVerdict;
import io.lockkeeper.executor.grant.GrantVerifier;
import io.lockkeeper.executor.grant.MigrationId;
import io.lockkeeper.executor.target.Target;
import io.lockkeeper.executor.target.TargetSession;
import io.lockkeeper.executor.target.Targets;
import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.Yardstick;
import io.lockkeeper.riskengine.facts.PostgresFacts;
import io.lockkeeper.riskengine.facts.RanChangesets;
import io.lockkeeper.riskengine.facts.SchemaFingerprint;
import io.lockkeeper.riskengine.facts.TargetFacts;
import io.lockkeeper.riskengine.plan.ChangesetId;
import io.lockkeeper.riskengine.plan.Plan;
import io.lockkeeper.riskengine.plan.Planner;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.report.Report;
import io.lockkeeper.riskengine.report.Risk;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.Bundle;
import io.lockkeeper.riskengine.subject.Engine;
import io.lockkeeper.riskengine.subject.Subject;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is checked before the first statement, trusting nothing but the grant's signature: what was approved is
 * computed again from the bundle and the live target and must be what the grant names.
 */
@ApplicationScoped
public class Preflight {

    private final GrantVerifier verifier;
    private final Targets targets;
    private final BundleClient bundles;

    Preflight(GrantVerifier verifier, Targets targets, BundleClient bundles) {
        this.verifier = verifier;
        this.targets = targets;
        this.bundles = bundles;
    }

    void start(@Observes StartupEvent event) {
        RiskEngine.start();
    }

    /** A valid grant and the very files it names. */
    public record Permit(Grant grant, Target target, Bundle bundle) {}

    /** A refusal; no statement has run. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final FailureCode code;

        Refused(FailureCode code, String message) {
            super(message);
            this.code = code;
        }

        /** As the run's outcome. */
        public Outcome outcome() {
            return Outcome.Failed.beforeStart(code, String.valueOf(getMessage()));
        }
    }

    /** First half, without the target: is the grant valid now, and are these its files? */
    public Permit permit(String jws, MigrationId migration) throws Refused {
        Grant grant = valid(jws, migration);
        Target target = targets.named(grant.target())
                .orElseThrow(() -> new Refused(
                        FailureCode.GRANT_REFUSED, "the target " + grant.target() + " is not configured here"));
        Bundle bundle = Bundle.read(fetch(grant), grant.bundleHash())
                .orElseThrow(() -> new Refused(
                        FailureCode.BUNDLE_MISMATCH,
                        "what risk-service handed out is not the bundle that was approved"));
        if (!bundle.engine().id().equals(grant.engine())) {
            throw new Refused(FailureCode.SUBJECT_CHANGED, "the grant is for another engine than the bundle");
        }
        return new Permit(grant, target, bundle);
    }

    /** Second half, on the live target: is what would run what was approved, and is the grant still valid? */
    public Plan subject(Permit permit, TargetSession session) throws Refused {
        Plan plan = plan(permit.bundle(), session.connection());
        refuseWhatIsNotSql(plan);
        TargetFacts facts = facts(plan, session.connection());
        Report report = RiskEngine.assess(plan, facts, yardstick(permit.bundle()));
        compare(permit, plan, facts, report);
        if (report.risk().compareTo(Risk.valueOf(permit.grant().risk())) > 0) {
            throw new Refused(
                    FailureCode.RISK_ROSE,
                    "the risk is " + report.risk() + " now and was "
                            + permit.grant().risk() + " when it was approved; submit it again");
        }
        valid(permit.grant().jws(), permit.grant().migration());
        return plan;
    }

    private Grant valid(String jws, MigrationId migration) throws Refused {
        return switch (verifier.verify(jws, migration)) {
            case GrantVerdict.Valid(Grant grant) -> grant;
            case GrantVerdict.Refused(GrantVerdict.Reason reason, String detail) -> {
                FailureCode code =
                        reason == GrantVerdict.Reason.EXPIRED ? FailureCode.GRANT_EXPIRED : FailureCode.GRANT_REFUSED;
                throw new Refused(code, detail);
            }
        };
    }

    private byte[] fetch(Grant grant) throws Refused {
        try {
            return bundles.fetch(grant.bundleHash());
        } catch (BundleClient.Unavailable e) {
            throw new Refused(FailureCode.BUNDLE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }

    /** The very one of intake: another could find another risk in the same statements. */
    private static Yardstick yardstick(Bundle bundle) throws Refused {
        try {
            return Yardstick.of(bundle.judgedBy());
        } catch (PlanRefused e) {
            throw new Refused(
                    FailureCode.SUBJECT_CHANGED,
                    "what the migration was judged by cannot be read here; is executor-service older than risk-service? "
                            + e.describe());
        }
    }

    private static Plan plan(Bundle bundle, Connection connection) throws Refused {
        try {
            Set<ChangesetId> ran = bundle.engine() == Engine.LIQUIBASE ? RanChangesets.read(connection) : Set.of();
            return Planner.plan(bundle, Dialect.POSTGRESQL, ran);
        } catch (PlanRefused e) {
            throw new Refused(FailureCode.SUBJECT_CHANGED, "the bundle can no longer be planned: " + e.describe());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Approving a migration is not permission to run code on the executor's machine. */
    private static void refuseWhatIsNotSql(Plan plan) throws Refused {
        Optional<String> opaque = plan.statements().stream()
                .flatMap(statement -> Optional.ofNullable(statement.opaque()).stream())
                .findFirst();
        if (opaque.isPresent()) {
            throw new Refused(FailureCode.NOT_SQL, "the changelog does more than SQL on the target: " + opaque.get());
        }
    }

    private static TargetFacts facts(Plan plan, Connection connection) throws Refused {
        try {
            return PostgresFacts.read(connection, RiskEngine.names(plan));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Refused unreadable(SQLException e) {
        SqlFailure failure = SqlFailure.of(e);
        FailureCode code = failure.kind() == SqlFailure.Kind.CONNECTION_LOST
                ? FailureCode.TARGET_UNREACHABLE
                : FailureCode.FACTS_UNREADABLE;
        return new Refused(code, "the target could not be read: " + failure.text());
    }

    /**
     * Bundle, engine, options and target are bound to the grant by claims of their own that were verified already, and the
     * statements follow from the bundle. So when the subject still differs, it is the target that is not as it was.
     */
    private static void compare(Permit permit, Plan plan, TargetFacts facts, Report report) throws Refused {
        String now = new Subject(
                        permit.bundle().hash(),
                        plan.statementsHash(),
                        permit.bundle().engine(),
                        permit.bundle().options(),
                        permit.target().name(),
                        permit.target().environment(),
                        report.reportHash(),
                        SchemaFingerprint.of(facts))
                .hash();
        if (!now.equals(permit.grant().subjectHash())) {
            throw new Refused(
                    FailureCode.SCHEMA_CHANGED,
                    "the tables that the migration touches, or what already ran there, are not as they were when it was"
                            + " approved; submit it again");
        }
    }
}
