package io.lockkeeper.executor.claim;

import io.lockkeeper.executor.config.ExecutorConfig;
import io.lockkeeper.executor.engine.Engine;
import io.lockkeeper.executor.engine.FailureCode;
import io.lockkeeper.executor.engine.LostLease;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.engine.RunContext;
import io.lockkeeper.executor.engine.SqlFailure;
import io.lockkeeper.executor.preflight.Preflight;
import io.lockkeeper.executor.preflight.Preflight.Permit;
import io.lockkeeper.executor.preflight.Preflight.Refused;
import io.lockkeeper.executor.progress.Sampler;
import io.lockkeeper.executor.progress.Samples;
import io.lockkeeper.executor.run.Lease;
import io.lockkeeper.executor.run.LeasedJournal;
import io.lockkeeper.executor.run.LiveRuns;
import io.lockkeeper.executor.run.LiveRuns.Held;
import io.lockkeeper.executor.run.Run;
import io.lockkeeper.executor.target.TargetSession;
import io.lockkeeper.riskengine.plan.Plan;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Carries one claimed run from its first check to its end. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final LiveRuns runs;
    private final Preflight preflight;
    private final Samples samples;
    private final RunMetrics metrics;
    private final ExecutorConfig config;
    private final Map<String, Engine> engines;

    RunWorker(
            LiveRuns runs,
            Preflight preflight,
            Samples samples,
            RunMetrics metrics,
            ExecutorConfig config,
            @All List<Engine> engines) {
        this.runs = runs;
        this.preflight = preflight;
        this.samples = samples;
        this.metrics = metrics;
        this.config = config;
        this.engines = engines.stream().collect(Collectors.toMap(Engine::name, Function.identity()));
    }

    /** Never throws: what it cannot tell of is left to recovery, which finds the journal. */
    void execute(Held held) {
        MDC.put("migration", held.run().migration().value());
        MDC.put("run", held.run().id().toString());
        MDC.put("target", held.run().target());
        metrics.began();
        try (Heartbeat heartbeat =
                Heartbeat.of(runs, held.lease(), config.runs().heartbeat())) {
            LOG.info("run claimed");
            tell(held.lease(), outcome(held));
        } catch (LostLease e) {
            LOG.error("run lost: it is left to recovery", e);
        } catch (RuntimeException | Error e) {
            LOG.error("run abandoned after a fault of the executor: it is left to recovery", e);
        } finally {
            metrics.left();
            MDC.clear();
        }
    }

    private Outcome outcome(Held held) {
        Run run = held.run();
        try {
            Engine engine = engines.get(run.engine());
            Permit permit = preflight.permit(run.grantJws(), run.migration());
            if (engine == null || !permit.grant().engine().equals(run.engine())) {
                return Outcome.Failed.beforeStart(
                        FailureCode.GRANT_REFUSED, "the engine " + run.engine() + " is none of this executor");
            }
            try (TargetSession session = TargetSession.open(
                    permit.target(), run.id().toString(), config.runs().targetLockWait())) {
                Plan plan = preflight.subject(permit, session);
                runs.prepared(held.lease(), plan.statements().size());
                return run(held, engine, permit, plan, session);
            }
        } catch (Refused e) {
            return e.outcome();
        } catch (TargetSession.Busy e) {
            return Outcome.Failed.beforeStart(FailureCode.TARGET_BUSY, String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            return Outcome.Failed.beforeStart(
                    FailureCode.TARGET_UNREACHABLE, SqlFailure.of(e).text());
        }
    }

    private Outcome run(Held held, Engine engine, Permit permit, Plan plan, TargetSession session) {
        int statements = plan.statements().size();
        try (Sampler sampler = new Sampler(
                held,
                session,
                statements,
                config.sampling().interval(),
                sample -> samples.publish(held, sample),
                metrics::samplingFailed)) {
            sampler.start();
            return engine.run(
                    new RunContext(session, permit.bundle(), plan, new LeasedJournal(runs, held.lease()), sampler));
        }
    }

    /** Keeps trying while the database is away: the target has its end already, and it must be told. */
    private void tell(Lease lease, Outcome outcome) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Run ended = runs.end(lease, outcome);
                metrics.ended(ended);
                log(outcome);
                return;
            } catch (LostLease e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("the end of the run could not be stored; trying again", e);
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    private static void log(Outcome outcome) {
        switch (outcome) {
            case Outcome.Succeeded succeeded -> LOG.infof("run succeeded: %d statements", succeeded.statements());
            case Outcome.Failed failed ->
                LOG.warnf(
                        "run failed: %s, %s; %d statements stay applied",
                        failed.code(), failed.message(), failed.statementsDone());
            case Outcome.Aborted aborted -> LOG.warnf("run aborted: %s", aborted.reason());
            case Outcome.Unknown unknown -> LOG.errorf("outcome of the run is unknown: %s", unknown.reason());
        }
    }
}
