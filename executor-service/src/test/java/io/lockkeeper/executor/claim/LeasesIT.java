package io.lockkeeper.executor.claim;

import io.lockkeeper.executor.ExecutorTestResource;
import io.lockkeeper.executor.engine.LostLease;
import io.lockkeeper.executor.engine.Outcome;
import io.lockkeeper.executor.grant.Grant;
import io.lockkeeper.executor.grant.GrantId;
import io.lockkeeper.executor.grant.MigrationId;
import io.lockkeeper.executor.run.LiveRuns;
import io.lockkeeper.executor.run.Run;
import io.lockkeeper.executor.run.RunState;
import io.lockkeeper.executor.run.Runs;
import io.lockkeeper.executor.run.StatementRecord.State;
import io.lockkeeper.testbed.Await;
import io.lockkeeper.testbed.Testbed;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

@QuarkusTest
@TestProfile(LeasesIT.NoClaiming.class)
@QuarkusTestResource(
        value = ExecutorTestResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "schema", value = "executor_leases"))
class LeasesIT {

    /** The test holds the claimers in its own hands. */
    public static class NoClaiming implements io.quarkus.test.junit.QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "lockkeeper.runs.claiming", "false",
                    "lockkeeper.runs.lease", "PT3S",
                    "lockkeeper.runs.heartbeat", "PT0.2S");
        }
    }

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Runs runs;

    @Inject
    LiveRuns live;

    @Inject
    RunMetrics metrics;

    @BeforeEach
    void empty() {
        Testbed.shared()
                .postgres()
                .execute(
                        Testbed.DATABASE,
                        "TRUNCATE executor_leases.run, executor_leases.run_statement, executor_leases.refused_migration");
    }

    @Test
    void letsTwoExecutorsRunOneMigrationPerTargetAtATimeAndInOrder() throws Exception {
        // given
        for (int i = 0; i < 10; i++) {
            runs.queue(grant("shop"));
            runs.queue(grant("bank"));
        }
        Map<String, AtomicInteger> liveNow = new ConcurrentHashMap<>();
        AtomicInteger overlaps = new AtomicInteger();
        List<Instant> ended = new CopyOnWriteArrayList<>();
        java.util.function.Consumer<LiveRuns.Held> worker = held -> {
            AtomicInteger here = liveNow.computeIfAbsent(held.run().target(), target -> new AtomicInteger());
            if (here.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            ended.add(held.run().queuedAt());
            here.decrementAndGet();
            live.end(held.lease(), new Outcome.Succeeded(1, 0));
        };
        Claimer first = new Claimer("one", live, worker, metrics, 4);
        Claimer second = new Claimer("two", live, worker, metrics, 4);

        // when
        Thread one = Thread.ofVirtual().start(() -> drain(first, ended));
        Thread two = Thread.ofVirtual().start(() -> drain(second, ended));
        one.join();
        two.join();

        // then
        assertThat(ended).hasSize(20);
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void keepsTheOtherRunsOfATargetQueuedInOrderWhileOneIsLive() {
        // given
        Grant firstOfShop = grant("shop");
        Grant secondOfShop = grant("shop");
        Grant bank = grant("bank");
        runs.queue(firstOfShop);
        runs.queue(secondOfShop);
        runs.queue(bank);

        // when
        LiveRuns.Held first = live.claim("one").orElseThrow();
        LiveRuns.Held second = live.claim("two").orElseThrow();
        Optional<LiveRuns.Held> third = live.claim("three");

        // then
        assertThat(first.run().migration()).isEqualTo(firstOfShop.migration());
        assertThat(second.run().migration()).isEqualTo(bank.migration());
        assertThat(third).isEmpty();
        live.end(first.lease(), new Outcome.Succeeded(1, 0));
        assertThat(live.claim("three").orElseThrow().run().migration()).isEqualTo(secondOfShop.migration());
    }

    @Test
    void refusesASecondLiveRunOfATargetEvenWhenTheCodeIsWrong() {
        // given
        Grant one = grant("shop");
        Grant two = grant("shop");
        runs.queue(one);
        runs.queue(two);
        assertThat(live.claim("one")).isPresent();

        // when
        Throwable refused = catchThrowable(() -> Testbed.shared()
                .postgres()
                .execute(
                        Testbed.DATABASE,
                        "UPDATE executor_leases.run SET state = 'RUNNING', owner = 'x', lease_until = now() WHERE migration_id = '"
                                + two.migration() + "'"));

        // then
        assertThat(refused).hasMessageContaining("run_live_per_target");
    }

    @Test
    void neverChangesARunThatHasEnded() {
        // given
        Grant grant = grant("shop");
        runs.queue(grant);
        LiveRuns.Held held = live.claim("one").orElseThrow();
        live.end(held.lease(), new Outcome.Unknown("crash", 0));

        // when
        Throwable refused = catchThrowable(() -> Testbed.shared()
                .postgres()
                .execute(Testbed.DATABASE, "UPDATE executor_leases.run SET state = 'QUEUED', phase = 'again'"));

        // then
        assertThat(refused).hasMessageContaining("has ended as UNKNOWN");
        assertThatExceptionOfType(LostLease.class)
                .isThrownBy(() -> live.end(held.lease(), new Outcome.Succeeded(1, 0)));
    }

    @Test
    void startsOneRunPerGrantAndPerMigration() {
        // given
        Grant grant = grant("shop");
        Grant sameMigration = new Grant(
                new GrantId("g-" + UUID.randomUUID()),
                grant.migration(),
                grant.subjectHash(),
                grant.bundleHash(),
                "shop",
                "native",
                "LOW",
                grant.notBefore(),
                grant.expiresAt(),
                grant.jws());

        // when
        List<Runs.Queueing> results = List.of(runs.queue(grant), runs.queue(grant), runs.queue(sameMigration));

        // then
        assertThat(results)
                .containsExactly(Runs.Queueing.QUEUED, Runs.Queueing.ALREADY_USED, Runs.Queueing.MIGRATION_CLOSED);
    }

    @Test
    void neverStartsAMigrationThatWasToldToHaveFailed() {
        // given
        Grant grant = grant("shop");
        boolean told = runs.refuse(grant.migration(), "SIGNATURE", "the grant was refused");

        // when
        Runs.Queueing queueing = runs.queue(grant);

        // then
        assertThat(told).isTrue();
        assertThat(queueing).isEqualTo(Runs.Queueing.MIGRATION_CLOSED);
        assertThat(runs.refuse(grant.migration(), "SIGNATURE", "again")).isFalse();
    }

    @Test
    void givesARunWhoseFirstStatementWasNotSentToAnotherExecutorAndShutsTheFirstOut() {
        // given
        runs.queue(grant("shop"));
        LiveRuns.Held dead = live.claim("dead").orElseThrow();

        // when
        Run recovered = awaitRecovered();

        // then
        assertThat(recovered.state()).isEqualTo(new RunState.Queued());
        LiveRuns.Held next = live.claim("alive").orElseThrow();
        assertThat(next.run().id()).isEqualTo(dead.run().id());
        assertThat(next.lease().token()).isGreaterThan(dead.lease().token());
        assertThat(live.renew(dead.lease())).isFalse();
        assertThatExceptionOfType(LostLease.class)
                .isThrownBy(() -> live.started(dead.lease(), List.of(0), "statement 1 of 1"));
        live.end(next.lease(), new Outcome.Succeeded(1, 0));
    }

    @Test
    void declaresARunUnknownWhoseStatementHasNoEndAndNeverTriesItAgain() {
        // given
        runs.queue(grant("shop"));
        LiveRuns.Held dead = live.claim("dead").orElseThrow();
        live.prepared(dead.lease(), 2);
        live.started(dead.lease(), List.of(0), "statement 1 of 2");
        live.executed(dead.lease(), 0, 5);
        live.ended(dead.lease(), List.of(0), State.FINISHED);
        live.started(dead.lease(), List.of(1), "statement 2 of 2");

        // when
        Run recovered = awaitRecovered();

        // then
        assertThat(recovered.state())
                .isInstanceOfSatisfying(RunState.Unknown.class, unknown -> assertThat(unknown.statementIndex())
                        .isEqualTo(1));
        assertThat(live.claim("alive")).isEmpty();
        assertThatExceptionOfType(LostLease.class)
                .isThrownBy(() -> live.ended(dead.lease(), List.of(1), State.FINISHED));
    }

    @Test
    void sendsNothingOnceTheLeaseRanOutEvenIfNobodyNoticed() {
        // given
        runs.queue(grant("shop"));
        LiveRuns.Held slow = live.claim("slow").orElseThrow();
        live.prepared(slow.lease(), 1);
        Testbed.shared()
                .postgres()
                .execute(Testbed.DATABASE, "UPDATE executor_leases.run SET lease_until = now() - interval '1 second'");

        // when
        Throwable refused = catchThrowable(() -> live.started(slow.lease(), List.of(0), "statement 1 of 1"));

        // then
        assertThat(refused).isInstanceOf(LostLease.class);
    }

    @Test
    void keepsARunOfALivingExecutorForLongerThanItsLease() {
        // given
        runs.queue(grant("shop"));
        LiveRuns.Held held = live.claim("alive").orElseThrow();
        Instant twoLeases = Instant.now().plusSeconds(6);

        // when
        try (Heartbeat heartbeat = Heartbeat.of(live, held.lease(), Duration.ofMillis(200))) {
            Await.until("two leases", SOON, () -> {
                assertThat(live.recover()).isEmpty();
                return Instant.now().isAfter(twoLeases);
            });
        }

        // then
        live.end(held.lease(), new Outcome.Succeeded(0, 0));
    }

    private Run awaitRecovered() {
        return Await.value("recovery", SOON, live::recover);
    }

    private static void drain(Claimer claimer, List<Instant> ended) {
        Await.until("an empty queue", SOON, () -> {
            claimer.pass();
            return ended.size() == 20;
        });
        try {
            claimer.awaitIdle(SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Grant grant(String target) {
        Instant now = Instant.now();
        return new Grant(
                new GrantId("g-" + UUID.randomUUID()),
                new MigrationId("m-" + UUID.randomUUID()),
                "sha256:a",
                "sha256:b",
                target,
                "native",
                "HIGH",
                now,
                now.plusSeconds(600),
                "jws");
    }
}
