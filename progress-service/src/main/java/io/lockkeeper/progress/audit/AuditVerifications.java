package io.lockkeeper.progress.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the chain by schedule and on demand and keeps the last verdict for metrics and pages.
 *
 * <p>It remembers the last intact head while it runs, so that a chain which was shortened or rewritten <em>together with</em>
 * its head is detected too.
 */
@ApplicationScoped
public class AuditVerifications {

    private static final Logger LOG = Logger.getLogger(AuditVerifications.class);
    private static final int TIMEOUT_SECONDS = 3600;

    private final DataSource database;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Verdict last;
    private volatile Head lastIntact = Head.GENESIS;

    AuditVerifications(DataSource database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        this.metrics = metrics;
    }

    @PostConstruct
    void register() {
        metrics.gauge("lockkeeper.audit.intact", this, self -> self.gauge(verdict -> verdict.intact() ? 1 : 0));
        metrics.gauge("lockkeeper.audit.entries", this, self -> self.gauge(Verdict::entries));
        metrics.gauge(
                "lockkeeper.audit.verification.age",
                this,
                self -> self.gauge(verdict ->
                        Duration.between(verdict.verifiedAt(), clock.instant()).toSeconds()));
    }

    @Scheduled(
            identity = "audit-verification",
            every = "${lockkeeper.audit.verify-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void scheduled() {
        verify();
    }

    /** Verifies the whole chain now. */
    public Verdict verify() {
        return verify(Head.GENESIS);
    }

    /** Verifies the whole chain now; {@code remembered} must be in it. */
    public Verdict verify(Head remembered) {
        oneAtATime.lock();
        try {
            Verdict verdict = read(lastIntact);
            note(verdict);
            return verdict.intact() && remembered.entries() > 0 ? read(remembered) : verdict;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The last verdict; empty before the first verification. */
    public Optional<Verdict> last() {
        return Optional.ofNullable(last);
    }

    private Verdict read(Head remembered) {
        ChainVerifier verifier = new ChainVerifier(remembered);
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = database.getConnection()) {
                @Nullable Head head = AuditStore.readAll(connection, verifier::accept);
                return verifier.finish(head, clock.instant());
            }
        });
    }

    /** What a caller claims to remember is answered to the caller only: it is not the state of the chain. */
    private void note(Verdict verdict) {
        last = verdict;
        if (verdict.intact()) {
            lastIntact = new Head(verdict.entries(), verdict.head());
        } else if (verdict.firstBroken() != null) {
            LOG.errorf(
                    "the audit chain is broken at entry %d: %s",
                    (Object) verdict.firstBroken().seq(), verdict.firstBroken().reason());
        }
    }

    private double gauge(ToDoubleFunction<Verdict> value) {
        Verdict verdict = last;
        return verdict == null ? Double.NaN : value.applyAsDouble(verdict);
    }
}
