package io.lockkeeper.notifier.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.thread.Reply;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.ApprovalRequested;
import io.lockkeeper.proto.v1.ClosedWindow;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.DecisionRefused;
import io.lockkeeper.proto.v1.Door;
import io.lockkeeper.proto.v1.FindingSummary;
import io.lockkeeper.proto.v1.GrantIssued;
import io.lockkeeper.proto.v1.MigrationApproved;
import io.lockkeeper.proto.v1.MigrationClassified;
import io.lockkeeper.proto.v1.MigrationEvent;
import io.lockkeeper.proto.v1.MigrationHeld;
import io.lockkeeper.proto.v1.MigrationRejected;
import io.lockkeeper.proto.v1.MigrationSubmitted;
import io.lockkeeper.proto.v1.Person;
import io.lockkeeper.proto.v1.Risk;
import io.lockkeeper.proto.v1.RunEvent;
import io.lockkeeper.proto.v1.RunFailed;
import io.lockkeeper.proto.v1.RunQueued;
import io.lockkeeper.proto.v1.RunStarted;
import io.lockkeeper.proto.v1.RunSucceeded;
import io.lockkeeper.proto.v1.SecondsRange;
import io.lockkeeper.proto.v1.SnapshotEvent;
import io.lockkeeper.proto.v1.SnapshotTaken;
import io.lockkeeper.proto.v1.StatementSummary;
import io.lockkeeper.proto.v1.Submitter;
import io.lockkeeper.proto.v1.Target;
import io.lockkeeper.proto.v1.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events of one migration, as the services write them, and the facets they fold to. */
public final class Story {

    public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    public static final String SUBJECT = "sha256:3f1b0c7d9a5e4f2081b6c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718";
    public static final String RUN = "01935c2e-0000-7000-8000-0000000000aa";
    static final Person DANA = Person.newBuilder()
            .setIdentity("dana")
            .setSlackTeamId("T0LOCK")
            .setSlackUserId("U0DANA")
            .build();
    static final Person ALICE = Person.newBuilder()
            .setIdentity("alice")
            .setSlackTeamId("T0LOCK")
            .setSlackUserId("U0ALICE")
            .build();

    private final String id;
    private final String channel;

    public Story(String id, String channel) {
        this.id = id;
        this.channel = channel;
    }

    public static Story sample() {
        return new Story("01935c2e-7b1c-7c3a-9f00-000000000001", "C0MIGRATE");
    }

    public static Facets fold(String id, List<? extends Message> events) {
        Facets facets = Facets.of(id);
        for (Message event : events) {
            facets = over(facets, event);
        }
        return facets;
    }

    public static Facets over(Facets before, Message event) {
        return effect(event).orElseThrow().fold().apply(before);
    }

    public Facets fold(Message... events) {
        return fold(id, List.of(events));
    }

    /** What the event says in the thread. */
    public static Optional<String> reply(Message event) {
        return effect(event).orElseThrow().reply().map(Reply::text);
    }

    static Optional<Effect> effect(Message event) {
        try {
            return switch (event) {
                case MigrationEvent migration -> MigrationWire.read(migration.toByteArray());
                case ApprovalEvent approval -> ApprovalWire.read(approval.toByteArray());
                case RunEvent run -> RunWire.read(run.toByteArray());
                case SnapshotEvent snapshot -> SnapshotWire.read(snapshot.toByteArray());
                default -> throw new IllegalArgumentException("no event: " + event);
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Timestamp at(long seconds) {
        return Timestamp.newBuilder()
                .setSeconds(START.getEpochSecond() + seconds)
                .build();
    }

    private Target target() {
        return Target.newBuilder()
                .setName("shop-production")
                .setEnvironment("production")
                .setDatabaseEngine("postgresql")
                .setDatabaseVersion("17.11")
                .setOwner("team-shop")
                .setChannel(channel)
                .setApproverGroup("dba")
                .build();
    }

    private static Submitter submitter() {
        return Submitter.newBuilder().setIdentity("alice").setCredential("ci").build();
    }

    public MigrationEvent submitted() {
        return MigrationEvent.newBuilder()
                .setSubmitted(MigrationSubmitted.newBuilder()
                        .setMigrationId(id)
                        .setVersion("2026.11.21-1")
                        .setTarget(target())
                        .setEngine("native")
                        .setSubmitter(submitter())
                        .setSubmittedAt(at(0)))
                .build();
    }

    public static StatementSummary notNull() {
        return StatementSummary.newBuilder()
                .setIndex(0)
                .setSql("ALTER TABLE orders ALTER COLUMN note SET NOT NULL")
                .setRisk(Risk.RISK_HIGH)
                .setReason("Scans the whole table of 2,000,000 rows while nobody can read or write it.")
                .setLock("ACCESS EXCLUSIVE")
                .setBlocks("reads+writes")
                .setTable("public.orders")
                .setBlocked(SecondsRange.newBuilder().setLow(12).setHigh(40))
                .setTotal(SecondsRange.newBuilder().setLow(12).setHigh(40))
                .addFindings(FindingSummary.newBuilder()
                        .setRule("set-not-null-scan")
                        .setRisk(Risk.RISK_HIGH)
                        .setSaferWay("Add a CHECK (note IS NOT NULL) NOT VALID, validate it, then set NOT NULL."))
                .build();
    }

    public static StatementSummary index() {
        return StatementSummary.newBuilder()
                .setIndex(1)
                .setSql("CREATE INDEX orders_customer ON orders (customer_id) WHERE state <> ?")
                .setRisk(Risk.RISK_MEDIUM)
                .setReason("Builds an index without CONCURRENTLY.")
                .setLock("SHARE")
                .setBlocks("writes")
                .setTable("public.orders")
                .setBlocked(SecondsRange.newBuilder().setLow(45).setHigh(200))
                .setTotal(SecondsRange.newBuilder().setLow(45).setHigh(200))
                .build();
    }

    public MigrationEvent classified(StatementSummary... statements) {
        return MigrationEvent.newBuilder()
                .setClassified(MigrationClassified.newBuilder()
                        .setMigrationId(id)
                        .setRisk(Risk.RISK_HIGH)
                        .setAnalysable(true)
                        .setSubjectHash(SUBJECT)
                        .setReportHash("sha256:00")
                        .addAllStatements(List.of(statements))
                        .setPlanUrl("https://risk.example.com/v1/migrations/" + id + "/plan")
                        .setDiffUrl("https://git.example.com/shop/pull/7?a=1&b=2")
                        .setVersion("2026.11.21-1")
                        .setTarget(target())
                        .setEngine("native")
                        .setSubmitter(submitter()))
                .build();
    }

    public MigrationEvent classified() {
        return classified(notNull(), index());
    }

    public ApprovalEvent requested() {
        return ApprovalEvent.newBuilder().setRequested(request()).build();
    }

    public ApprovalEvent requestedInFreeze() {
        return ApprovalEvent.newBuilder()
                .setRequested(request().setClosedWindow(freeze()))
                .build();
    }

    private ApprovalRequested.Builder request() {
        return ApprovalRequested.newBuilder()
                .setMigrationId(id)
                .setSubjectHash(SUBJECT)
                .setApprovalsNeeded(1)
                .setApproverGroup("dba")
                .setExpiresAt(at(86_400))
                .setPolicy("default")
                .setAt(at(1));
    }

    private static ClosedWindow freeze() {
        return ClosedWindow.newBuilder()
                .setKind("freeze")
                .setReason("Black Friday")
                .setUntil(at(200_000))
                .setSuggestedFrom(at(205_000))
                .setSuggestedUntil(at(208_600))
                .build();
    }

    public ApprovalEvent refused() {
        return ApprovalEvent.newBuilder()
                .setDecisionRefused(DecisionRefused.newBuilder()
                        .setMigrationId(id)
                        .setVerdict(Verdict.VERDICT_APPROVE)
                        .setPerson(ALICE)
                        .setCode("OWN_MIGRATION")
                        .setReason("You submitted this migration; somebody else has to approve it.")
                        .setDoor(Door.DOOR_SLACK)
                        .setAt(at(20)))
                .build();
    }

    public ApprovalEvent decided() {
        return ApprovalEvent.newBuilder()
                .setDecisionRecorded(DecisionRecorded.newBuilder()
                        .setMigrationId(id)
                        .setVerdict(Verdict.VERDICT_APPROVE)
                        .setApprover(DANA)
                        .setVersion("2026.11.21-1")
                        .setSubjectHash(SUBJECT)
                        .setDoor(Door.DOOR_SLACK)
                        .setApprovals(1)
                        .setApprovalsNeeded(1)
                        .setAt(at(30)))
                .build();
    }

    public ApprovalEvent approved() {
        return ApprovalEvent.newBuilder()
                .setApproved(MigrationApproved.newBuilder()
                        .setMigrationId(id)
                        .setSubjectHash(SUBJECT)
                        .addApprovers(DANA)
                        .setAt(at(30)))
                .build();
    }

    public ApprovalEvent rejected(String comment) {
        return ApprovalEvent.newBuilder()
                .setRejected(MigrationRejected.newBuilder()
                        .setMigrationId(id)
                        .setBy(DANA)
                        .setComment(comment)
                        .setAt(at(40)))
                .build();
    }

    public ApprovalEvent held() {
        return ApprovalEvent.newBuilder()
                .setHeld(MigrationHeld.newBuilder()
                        .setMigrationId(id)
                        .setWindow(freeze())
                        .setAt(at(31)))
                .build();
    }

    public ApprovalEvent granted() {
        return ApprovalEvent.newBuilder()
                .setGrantIssued(GrantIssued.newBuilder()
                        .setMigrationId(id)
                        .setGrantId("g")
                        .setJws("never shown")
                        .setAt(at(32)))
                .build();
    }

    public RunEvent queued() {
        return RunEvent.newBuilder()
                .setQueued(
                        RunQueued.newBuilder().setMigrationId(id).setRunId(RUN).setAt(at(33)))
                .build();
    }

    public RunEvent started() {
        return RunEvent.newBuilder()
                .setStarted(RunStarted.newBuilder()
                        .setMigrationId(id)
                        .setRunId(RUN)
                        .setStatements(2)
                        .setAt(at(34)))
                .build();
    }

    public SnapshotEvent snapshot(double percent, boolean stalled, String waitingFor) {
        return SnapshotEvent.newBuilder()
                .setTaken(SnapshotTaken.newBuilder()
                        .setMigrationId(id)
                        .setRunId(RUN)
                        .setStatementIndex(1)
                        .setStatements(2)
                        .setActivity("building index: scanning table")
                        .setDone((long) (20_000 * percent))
                        .setTotal(2_000_000)
                        .setUnit("tuples")
                        .setPercent(percent)
                        .setRate(stalled ? 0 : 12_345.6)
                        .setEtaSeconds(stalled ? -1 : 105)
                        .setElapsedSeconds(120)
                        .setBlockedSessions(stalled ? 3 : 0)
                        .setWaitingFor(waitingFor)
                        .setStalled(stalled)
                        .setAt(at(154)))
                .build();
    }

    public RunEvent succeeded() {
        return RunEvent.newBuilder()
                .setSucceeded(RunSucceeded.newBuilder()
                        .setMigrationId(id)
                        .setRunId(RUN)
                        .setStatements(2)
                        .setRowsAffected(2_000_000)
                        .setStartedAt(at(34))
                        .setAt(at(226)))
                .build();
    }

    public RunEvent failed() {
        return RunEvent.newBuilder()
                .setFailed(RunFailed.newBuilder()
                        .setMigrationId(id)
                        .setRunId(RUN)
                        .setCode("STATEMENT_FAILED")
                        .setMessage("column \"note\" of relation \"orders\" contains null values (23502)")
                        .setStatementIndex(0)
                        .setStatementsDone(0)
                        .setAt(at(50)))
                .build();
    }
}
