package io.lockkeeper.progress.event;

import com.google.protobuf.Timestamp;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.ApprovalExpired;
import io.lockkeeper.proto.v1.ApprovalRequested;
import io.lockkeeper.proto.v1.ClosedWindow;
import io.lockkeeper.proto.v1.Control;
import io.lockkeeper.proto.v1.ControlApplied;
import io.lockkeeper.proto.v1.ControlRefused;
import io.lockkeeper.proto.v1.ControlRequested;
import io.lockkeeper.proto.v1.CutOverReady;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.DecisionRefused;
import io.lockkeeper.proto.v1.Door;
import io.lockkeeper.proto.v1.FindingSummary;
import io.lockkeeper.proto.v1.GrantIssued;
import io.lockkeeper.proto.v1.GrantRevoked;
import io.lockkeeper.proto.v1.HookFinished;
import io.lockkeeper.proto.v1.MigrationApproved;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationHeld;
import io.lockkeeper.proto.v1.MigrationRejected;
import io.lockkeeper.proto.v1.MigrationSubmitted;
import io.lockkeeper.proto.v1.MigrationWithdrawn;
import io.lockkeeper.proto.v1.Person;
import io.lockkeeper.proto.v1.PhaseChanged;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.proto.v1.RunAborted;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunFailed;
import io.lockkeeper.proto.v1.RunOutcomeUnknown;
import io.lockkeeper.proto.v1.RunPaused;
import io.lockkeeper.proto.v1.RunQueued;
import io.lockkeeper.proto.v1.RunResumed;
import io.lockkeeper.proto.v1.RunStarted;
import io.lockkeeper.proto.v1.RunSucceeded;
import io.lockkeeper.proto.v1.SecondsRange;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Submitter;
import io.lockkeeper.proto.v1.Target;
import io.lockkeeper.proto.v1.Verdict;
import java.time.Instant;

/** One realistic event of each type, for one migration. */
public final class Samples {

    public static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private static final Person DANA = Person.newBuilder()
            .setIdentity("dana")
            .setSlackTeamId("T0LOCK")
            .setSlackUserId("U0DANA")
            .build();
    private static final Person UNKNOWN = Person.newBuilder()
            .setSlackTeamId("T0LOCK")
            .setSlackUserId("U0MALLORY")
            .build();

    private final String migration;
    private final String run;

    public Samples(String migration) {
        this.migration = migration;
        this.run = "run-of-" + migration;
    }

    public static Timestamp at(long secondsAfterNine) {
        return Timestamp.newBuilder()
                .setSeconds(NINE.getEpochSecond() + secondsAfterNine)
                .build();
    }

    private static Target target() {
        return Target.newBuilder()
                .setName("shop-production")
                .setEnvironment("production")
                .setDatabaseEngine("postgresql")
                .setDatabaseVersion("17.11")
                .setOwner("shop")
                .setChannel("#db-migrations")
                .setApproverGroup("dba")
                .build();
    }

    private static Submitter alice() {
        return Submitter.newBuilder().setIdentity("alice").setCredential("ci").build();
    }

    public MigrationEvent submitted() {
        return MigrationEvent.newBuilder()
                .setSubmitted(MigrationSubmitted.newBuilder()
                        .setMigrationId(migration)
                        .setVersion("2026.11.21-1")
                        .setTarget(target())
                        .setEngine("liquibase")
                        .setSubmitter(alice())
                        .setBundleHash("sha256:b0")
                        .setSubmittedAt(at(0))
                        .setDiffUrl("https://git.example/shop/pull/7"))
                .build();
    }

    public MigrationEvent classified() {
        return MigrationEvent.newBuilder()
                .setClassified(MigrationClassified.newBuilder()
                        .setMigrationId(migration)
                        .setRisk(Risk.RISK_HIGH)
                        .setAnalysable(true)
                        .setSubjectHash("sha256:50")
                        .setReportHash("sha256:7e")
                        .addStatements(StatementSummary.newBuilder()
                                .setIndex(0)
                                .setSql("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
                                .setRisk(Risk.RISK_HIGH)
                                .setReason("Scans all of orders while reads and writes of it wait.")
                                .setLock("ACCESS EXCLUSIVE")
                                .setBlocks("reads+writes")
                                .setTable("public.orders")
                                .setBlocked(SecondsRange.newBuilder().setLow(2).setHigh(5))
                                .addFindings(FindingSummary.newBuilder()
                                        .setRule("set-not-null-scan")
                                        .setRisk(Risk.RISK_HIGH)
                                        .setReason("Scans all of orders.")
                                        .setSaferWay("Add a CHECK constraint NOT VALID first.")))
                        .addStatements(StatementSummary.newBuilder()
                                .setIndex(1)
                                .setSql("COMMENT ON TABLE orders IS '?'")
                                .setRisk(Risk.RISK_LOW)
                                .setBlocks("nothing")
                                .setTable("public.orders"))
                        .setPlanUrl("http://127.0.0.1:8081/v1/migrations/" + migration + "/plan")
                        .setClassifiedAt(at(1))
                        .setVersion("2026.11.21-1")
                        .setTarget(target())
                        .setEngine("liquibase")
                        .setSubmitter(alice())
                        .setBundleHash("sha256:b0")
                        .setDiffUrl("https://git.example/shop/pull/7"))
                .build();
    }

    public MigrationEvent withdrawn() {
        return MigrationEvent.newBuilder()
                .setWithdrawn(MigrationWithdrawn.newBuilder()
                        .setMigrationId(migration)
                        .setBy("alice")
                        .setReason("wrong branch")
                        .setAt(at(9)))
                .build();
    }

    public ApprovalEvent requested() {
        return ApprovalEvent.newBuilder()
                .setRequested(ApprovalRequested.newBuilder()
                        .setMigrationId(migration)
                        .setSubjectHash("sha256:50")
                        .setApprovalsNeeded(1)
                        .setApproverGroup("dba")
                        .setExpiresAt(at(86_400))
                        .setPolicy("default")
                        .setPolicyHash("sha256:90")
                        .setClosedWindow(freeze())
                        .setAt(at(2)))
                .build();
    }

    public ApprovalEvent recorded(Verdict verdict) {
        return ApprovalEvent.newBuilder()
                .setDecisionRecorded(DecisionRecorded.newBuilder()
                        .setMigrationId(migration)
                        .setVerdict(verdict)
                        .setApprover(DANA)
                        .setVersion("2026.11.21-1")
                        .setSubjectHash("sha256:50")
                        .setComment("quiet hour, go")
                        .setDoor(Door.DOOR_SLACK)
                        .setChannel("C0MIGRATE")
                        .setMessageTs("1.2")
                        .setPolicy("default")
                        .setPolicyHash("sha256:90")
                        .setAt(at(60))
                        .setApprovals(1)
                        .setApprovalsNeeded(1))
                .build();
    }

    public ApprovalEvent decisionRefused() {
        return ApprovalEvent.newBuilder()
                .setDecisionRefused(DecisionRefused.newBuilder()
                        .setMigrationId(migration)
                        .setVerdict(Verdict.VERDICT_APPROVE)
                        .setPerson(UNKNOWN)
                        .setCode("UNKNOWN_PERSON")
                        .setReason("You are not in Lockkeeper's directory")
                        .setDoor(Door.DOOR_SLACK)
                        .setAt(at(30)))
                .build();
    }

    public ApprovalEvent approved() {
        return ApprovalEvent.newBuilder()
                .setApproved(MigrationApproved.newBuilder()
                        .setMigrationId(migration)
                        .setSubjectHash("sha256:50")
                        .addApprovers(DANA)
                        .setAt(at(60)))
                .build();
    }

    public ApprovalEvent rejected() {
        return ApprovalEvent.newBuilder()
                .setRejected(MigrationRejected.newBuilder()
                        .setMigrationId(migration)
                        .setBy(DANA)
                        .setComment("use CONCURRENTLY")
                        .setAt(at(60)))
                .build();
    }

    public ApprovalEvent expired() {
        return ApprovalEvent.newBuilder()
                .setExpired(
                        ApprovalExpired.newBuilder().setMigrationId(migration).setAt(at(86_400)))
                .build();
    }

    public ApprovalEvent held() {
        return ApprovalEvent.newBuilder()
                .setHeld(MigrationHeld.newBuilder()
                        .setMigrationId(migration)
                        .setWindow(freeze())
                        .setAt(at(61)))
                .build();
    }

    public ApprovalEvent granted() {
        return ApprovalEvent.newBuilder()
                .setGrantIssued(GrantIssued.newBuilder()
                        .setMigrationId(migration)
                        .setGrantId("grant-1")
                        .setJws("eyJ.secret.signature")
                        .setNotBefore(at(62))
                        .setExpiresAt(at(1862))
                        .setAt(at(62)))
                .build();
    }

    public ApprovalEvent revoked() {
        return ApprovalEvent.newBuilder()
                .setGrantRevoked(GrantRevoked.newBuilder()
                        .setMigrationId(migration)
                        .setGrantId("grant-1")
                        .setReason("a freeze began")
                        .setAt(at(63)))
                .build();
    }

    public ApprovalEvent controlRequested() {
        return ApprovalEvent.newBuilder()
                .setControlRequested(ControlRequested.newBuilder()
                        .setMigrationId(migration)
                        .setControlId("control-1")
                        .setControl(Control.CONTROL_PAUSE)
                        .setBy(DANA)
                        .setAt(at(70)))
                .build();
    }

    public ApprovalEvent controlRefused() {
        return ApprovalEvent.newBuilder()
                .setControlRefused(ControlRefused.newBuilder()
                        .setMigrationId(migration)
                        .setControl(Control.CONTROL_CUT_OVER)
                        .setBy(DANA)
                        .setReason("engine liquibase has no cut-over")
                        .setAt(at(71)))
                .build();
    }

    public RunEvent queued() {
        return RunEvent.newBuilder()
                .setQueued(RunQueued.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setGrantId("grant-1")
                        .setTarget("shop-production")
                        .setEngine("liquibase")
                        .setAt(at(63)))
                .build();
    }

    public RunEvent started() {
        return RunEvent.newBuilder()
                .setStarted(RunStarted.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setExecutor("executor-0")
                        .setStatements(2)
                        .setAt(at(64)))
                .build();
    }

    public RunEvent phase() {
        return RunEvent.newBuilder()
                .setPhaseChanged(PhaseChanged.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setPhase("statement 2 of 2")
                        .setStatementsDone(1)
                        .setAt(at(66)))
                .build();
    }

    public RunEvent controlApplied() {
        return RunEvent.newBuilder()
                .setControlApplied(ControlApplied.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setControlId("control-1")
                        .setControl(Control.CONTROL_PAUSE)
                        .setAt(at(72)))
                .build();
    }

    public RunEvent paused() {
        return RunEvent.newBuilder()
                .setPaused(RunPaused.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setReason("asked by dana")
                        .setAt(at(72)))
                .build();
    }

    public RunEvent resumed() {
        return RunEvent.newBuilder()
                .setResumed(RunResumed.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setAt(at(80)))
                .build();
    }

    public RunEvent cutOverReady() {
        return RunEvent.newBuilder()
                .setCutOverReady(CutOverReady.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setAt(at(90)))
                .build();
    }

    public RunEvent succeeded() {
        return RunEvent.newBuilder()
                .setSucceeded(RunSucceeded.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setStatements(2)
                        .setRowsAffected(2_000_000)
                        .setStartedAt(at(64))
                        .setAt(at(139)))
                .build();
    }

    public RunEvent failed() {
        return RunEvent.newBuilder()
                .setFailed(RunFailed.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setCode("STATEMENT_FAILED")
                        .setMessage("column contains null values")
                        .setStatementIndex(1)
                        .setStatementsDone(1)
                        .setAt(at(139)))
                .build();
    }

    public RunEvent aborted() {
        return RunEvent.newBuilder()
                .setAborted(RunAborted.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setBy(DANA)
                        .setStatementsDone(0)
                        .setAt(at(139)))
                .build();
    }

    public RunEvent outcomeUnknown() {
        return RunEvent.newBuilder()
                .setOutcomeUnknown(RunOutcomeUnknown.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setReason("the connection was lost at COMMIT")
                        .setStatementIndex(1)
                        .setAt(at(139)))
                .build();
    }

    public RunEvent hookFinished() {
        return RunEvent.newBuilder()
                .setHookFinished(HookFinished.newBuilder()
                        .setMigrationId(migration)
                        .setRunId(run)
                        .setHook("post_execute")
                        .setSucceeded(true)
                        .setMessage("row counts agree")
                        .setAt(at(140)))
                .build();
    }

    private static ClosedWindow freeze() {
        return ClosedWindow.newBuilder()
                .setKind("freeze")
                .setReason("Black Friday")
                .setUntil(at(7200))
                .setSuggestedFrom(at(7200))
                .setSuggestedUntil(at(9000))
                .build();
    }
}
