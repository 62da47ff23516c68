package io.lockkeeper.approval.decision;

import com.google.protobuf.Message;
import io.lockkeeper.approval.decision.ApprovalState.Event;
import io.lockkeeper.approval.grant.Grant;
import io.lockkeeper.approval.grant.Grants;
import io.lockkeeper.approval.migration.Migration;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.window.ClosedWindow;
import io.lockkeeper.approval.window.Gate;
import io.lockkeeper.approval.window.Windows;
import io.lockkeeper.outbox.Outbox;
import io.lockkeeper.proto.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one decision point: every door, listener and timer comes through here, and each verb is one transaction that holds the
 * approval's row lock from reading to writing.
 */
@ApplicationScoped
public class Approvals {

    private static final Logger LOG = Logger.getLogger(Approvals.class);

    private final ApprovalStore store;
    private final PolicyConfig policy;
    private final Windows windows;
    private final Grants grants;
    private final Outbox outbox;
    private final ApprovalMetrics metrics;
    private final Clock clock;

    Approvals(
            ApprovalStore store,
            PolicyConfig policy,
            Windows windows,
            Grants grants,
            Outbox outbox,
            ApprovalMetrics metrics,
            Clock clock) {
        this.store = store;
        this.policy = policy;
        this.windows = windows;
        this.grants = grants;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A classified migration asks for its approval; the same again changes nothing, another subject asks anew. */
    @Transactional
    void open(Migration migration) {
        Instant now = now();
        Approval known = store.lock(migration.id()).orElse(null);
        if (known == null) {
            ask(Approval.open(migration, policy.policy(), now), now);
        } else if (!known.migration().subject().equals(migration.subject())) {
            known.reopen(migration, policy.policy(), now)
                    .ifPresentOrElse(
                            anew -> ask(anew, now),
                            () -> LOG.warnf(
                                    "migration %s changed its subject when %s; ignored",
                                    migration.id(), known.state().label()));
        }
    }

    /** What became of the attempt; empty for a migration nobody asked approval for. Recorded either way. */
    @Transactional
    public Optional<Decision.Result> decide(Attempt attempt) {
        return store.lock(attempt.migration()).map(stored -> {
            Instant now = now();
            Approval approval = stored.ranOut(now) ? expire(stored, now) : stored;
            Decision.Result result = approval.judge(attempt, now);
            switch (result) {
                case Decision.Refusal refusal -> put(approval, ApprovalWire.refused(approval, attempt, refusal, now));
                case Decision.Counted counted -> count(approval, attempt, counted, now);
            }
            metrics.tried(attempt, result);
            return result;
        });
    }

    /**
     * The refusal that {@code attempt} would meet, recorded as any other; empty when it would count. For a door that has to ask
     * something more before it can hand in the attempt.
     */
    @Transactional
    public Optional<Decision.Refusal> refuse(Attempt attempt) {
        return store.lock(attempt.migration()).flatMap(approval -> {
            Instant now = now();
            if (approval.judge(attempt, now) instanceof Decision.Refusal refusal) {
                put(approval, ApprovalWire.refused(approval, attempt, refusal, now));
                metrics.tried(attempt, refusal);
                return Optional.of(refusal);
            }
            return Optional.empty();
        });
    }

    /** The submitter took it back: a waiting or held one ends, an unused grant is revoked, a run is not touched. */
    @Transactional
    void withdraw(MigrationId id, String by) {
        Instant now = now();
        store.lock(id).ifPresent(approval -> {
            Optional<Approval> withdrawn = approval.after(new Event.MigrationWithdrawn(by, now));
            withdrawn.ifPresent(store::save);
            if (withdrawn.isPresent() && approval.state() instanceof ApprovalState.Granted granted) {
                put(approval, ApprovalWire.revoked(approval, granted.grant(), "the migration was withdrawn", now));
            }
        });
    }

    /** Notes what a run did with the grant. */
    @Transactional
    void note(MigrationId id, Event event) {
        store.lock(id).flatMap(approval -> approval.after(event)).ifPresent(store::save);
    }

    /**
     * Looks at one approval that time may have changed: lets a held one go when its window opens, ends one that nobody decided.
     *
     * @param after where the last look ended; empty to begin
     * @return the one that was looked at; empty when there is none left
     */
    @Transactional
    Optional<Approval> lookAtNext(String after) {
        Instant now = now();
        return store.lockNextDue(after, now).map(approval -> {
            if (approval.ranOut(now)) {
                return expire(approval, now);
            }
            return approval.state() instanceof ApprovalState.Held held
                    ? settle(approval, held.window(), now)
                    : approval;
        });
    }

    @Transactional
    public Optional<Approval> find(MigrationId id) {
        return store.find(id);
    }

    private void ask(Approval approval, Instant now) {
        store.save(approval);
        ClosedWindow closed = gate(approval, now) instanceof Gate.Shut shut ? shut.window() : null;
        put(approval, ApprovalWire.requested(approval, closed, now));
        if (approval.state() instanceof ApprovalState.Approved) {
            approve(approval, now);
        }
    }

    private void count(Approval approval, Attempt attempt, Decision.Counted counted, Instant now) {
        Decision decision = new Decision(attempt.actor(), attempt.verdict(), attempt.comment(), attempt.origin(), now);
        Approval decided = approval.with(decision, counted);
        store.save(decided);
        put(decided, ApprovalWire.recorded(decided, decision, counted));
        switch (decided.state()) {
            case ApprovalState.Rejected rejected -> {
                put(decided, ApprovalWire.rejected(decided, decision));
                metrics.decided(decided, now);
            }
            case ApprovalState.Approved approved -> {
                metrics.decided(decided, now);
                approve(decided, now);
            }
            case ApprovalState.AwaitingApproval waiting -> {}
            case ApprovalState other -> throw new IllegalStateException("a decision led to " + other);
        }
    }

    private void approve(Approval approval, Instant now) {
        put(approval, ApprovalWire.approved(approval, now));
        settle(approval, null, now);
    }

    /** Grants it if the window is open; else holds it, and tells so unless it is held by just that window. */
    private Approval settle(Approval approval, @Nullable ClosedWindow holding, Instant now) {
        return switch (gate(approval, now)) {
            case Gate.Open open -> {
                open.warnings().forEach(metrics::warned);
                yield grant(approval, grants.issue(approval.migration(), now, open.until()), now);
            }
            case Gate.Shut shut when shut.window().equals(holding) -> approval;
            case Gate.Shut shut -> {
                if (holding == null) {
                    metrics.held();
                }
                Approval held = moved(approval, new Event.WindowShut(shut.window()));
                put(held, ApprovalWire.held(held, shut.window(), now));
                yield held;
            }
        };
    }

    private Approval grant(Approval approval, Grant grant, Instant now) {
        approval.requireSecondPerson();
        Approval granted = moved(approval, new Event.GrantSigned(grant.claims().id()));
        store.add(grant, now);
        put(granted, ApprovalWire.issued(granted, grant, now));
        LOG.infof(
                "grant %s issued for migration %s",
                grant.claims().id(), granted.migration().id());
        return granted;
    }

    private Approval expire(Approval approval, Instant now) {
        Approval expired = moved(approval, new Event.TimeRanOut(now));
        put(expired, ApprovalWire.expired(expired, now));
        return expired;
    }

    private Approval moved(Approval approval, Event event) {
        Approval next = approval.after(event)
                .orElseThrow(() -> new IllegalStateException(
                        event + " does not belong to " + approval.state().label()));
        store.save(next);
        return next;
    }

    private Gate gate(Approval approval, Instant now) {
        Migration migration = approval.migration();
        return windows.gate(migration.target().name(), migration.target().environment(), now, migration.longest());
    }

    private void put(Approval approval, Message event) {
        outbox.put(Topic.APPROVAL, approval.migration().id().value(), event);
    }

    /** PostgreSQL keeps microseconds; what is published must equal what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
