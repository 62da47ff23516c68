package io.lockkeeper.executor.intake;

import io.lockkeeper.executor.grant.Grant;
import io.lockkeeper.executor.grant.GrantId;
import io.lockkeeper.executor.grant.GrantVerdict;
import io.lockkeeper.executor.grant.GrantVerdict.Reason;
import io.lockkeeper.executor.grant.GrantVerifier;
import io.lockkeeper.executor.grant.MigrationId;
import io.lockkeeper.executor.run.Runs;
import io.lockkeeper.executor.target.Targets;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** Turns a valid grant into the one run it permits, and an invalid one into a loud refusal and never a run. */
@ApplicationScoped
class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final GrantVerifier verifier;
    private final Targets targets;
    private final Runs runs;
    private final MeterRegistry metrics;

    Intake(GrantVerifier verifier, Targets targets, Runs runs, MeterRegistry metrics) {
        this.verifier = verifier;
        this.targets = targets;
        this.runs = runs;
        this.metrics = metrics;
    }

    /**
     * Judges a grant that was announced.
     *
     * @param migration key of the record, whom the event is about
     * @return whether there is a new run to claim
     */
    boolean issued(MigrationId migration, ApprovalNotice.Issued notice) {
        return switch (judge(migration, notice)) {
            case GrantVerdict.Valid(Grant grant) -> queue(grant);
            case GrantVerdict.Refused(Reason reason, String detail) -> {
                refused(migration, reason, detail);
                runs.refuse(migration, reason.name(), "the grant was refused: " + detail);
                yield false;
            }
        };
    }

    void revoked(MigrationId migration, ApprovalNotice.Revoked notice) {
        String reason = "the grant was revoked before the start";
        if (runs.revoke(migration, new GrantId(notice.grant()), reason)) {
            LOG.info("queued run ended: its grant was revoked");
        } else {
            LOG.warn("a grant was revoked that has no waiting run; nothing changes");
        }
    }

    private GrantVerdict judge(MigrationId migration, ApprovalNotice.Issued notice) {
        if (!migration.value().equals(notice.migration())) {
            return new GrantVerdict.Refused(
                    Reason.OTHER_MIGRATION, "the event is about another migration than its key");
        }
        return switch (verifier.verify(notice.jws(), migration)) {
            case GrantVerdict.Refused refused -> refused;
            case GrantVerdict.Valid(Grant grant)
            when !grant.id().value().equals(notice.grant()) ->
                new GrantVerdict.Refused(Reason.OTHER_GRANT, "the event announces another grant than it carries");
            case GrantVerdict.Valid(Grant grant)
            when targets.named(grant.target()).isEmpty() ->
                new GrantVerdict.Refused(
                        Reason.UNKNOWN_TARGET, "the target " + grant.target() + " is not configured here");
            case GrantVerdict.Valid valid -> valid;
        };
    }

    private boolean queue(Grant grant) {
        return switch (runs.queue(grant)) {
            case QUEUED -> {
                LOG.info("run queued");
                yield true;
            }
            case ALREADY_USED -> {
                refused(grant.migration(), Reason.ALREADY_USED, "this grant had its run");
                yield false;
            }
            case MIGRATION_CLOSED -> {
                refused(grant.migration(), Reason.MIGRATION_CLOSED, "the migration had its run or has failed");
                yield false;
            }
        };
    }

    private void refused(MigrationId migration, Reason reason, String detail) {
        LOG.errorf("GRANT REFUSED for migration %s: %s, %s", migration, reason, detail);
        metrics.counter("lockkeeper.grants.refused", "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
