package io.lockkeeper.progress.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changes by one event, grouped by the topic that told it. */
public sealed interface Fact {

    /** Told by risk-service. */
    sealed interface OfIntake extends Fact {}

    /** Told by approval-service. */
    sealed interface OfApproval extends Fact {}

    /** Told by executor-service. */
    sealed interface OfRun extends Fact {}

    /** Told by a newer service in words that this version does not know. Any topic. */
    record Unread() implements Fact {}

    record Submitted(Change change, Instant at) implements OfIntake {}

    record Classified(Change change, Plan plan) implements OfIntake {}

    record Withdrawn(String by, String reason, Instant at) implements OfIntake {}

    record ApprovalAsked(
            int needed,
            String group,
            Instant expiresAt,
            @Nullable Window closed) implements OfApproval {}

    record Counted(boolean approves, String approver, int approvals, int needed) implements OfApproval {}

    record Approved(List<String> approvers, Instant at) implements OfApproval {}

    record Rejected(String by, String comment, Instant at) implements OfApproval {}

    record Expired(Instant at) implements OfApproval {}

    record Held(Window window) implements OfApproval {}

    record Granted(String grantId, Instant expiresAt) implements OfApproval {}

    record GrantTakenBack(String reason) implements OfApproval {}

    /** Belongs in timeline and audit and changes no state: a refusal, a request. */
    record NotedByApproval() implements OfApproval {}

    record Queued(RunId run) implements OfRun {}

    record Started(RunId run, int statements, Instant at) implements OfRun {}

    record PhaseEntered(RunId run, String phase, int statementsDone) implements OfRun {}

    record Paused(RunId run, String reason) implements OfRun {}

    record Resumed(RunId run) implements OfRun {}

    record Succeeded(RunId run, int statements, long rowsAffected, Instant startedAt, Instant at) implements OfRun {}

    record Failed(RunId run, String code, String message, int statementIndex, int statementsDone, Instant at)
            implements OfRun {}

    record Aborted(RunId run, String by, int statementsDone, Instant at) implements OfRun {}

    record OutcomeUnknown(RunId run, String reason, int statementIndex, Instant at) implements OfRun {}

    /** Belongs in timeline and audit and changes no state: a control or a hook. */
    record NotedByRun(RunId run) implements OfRun {}

    /** What was submitted, for which target, by whom. */
    record Change(
            String version,
            String target,
            String environment,
            String databaseEngine,
            String databaseVersion,
            String owner,
            String engine,
            String submitter,
            String credential,
            String bundleHash,
            String diffUrl) {}

    /** What risk-service found. */
    record Plan(
            String risk,
            boolean analysable,
            String subjectHash,
            String reportHash,
            String planUrl,
            List<Statement> statements,
            List<Finding> findings,
            Instant classifiedAt) {}

    /** One statement; its SQL is already masked and shortened. Seconds are -1 when not estimated. */
    record Statement(
            int index,
            String sql,
            String risk,
            String reason,
            String lock,
            String blocks,
            String table,
            double blockedLow,
            double blockedHigh,
            List<Finding> findings) {}

    record Finding(String rule, String risk, String reason, String saferWay) {}

    /** Why nothing may start, until when, and when it would fit. */
    record Window(
            String kind,
            String reason,
            @Nullable Instant until,
            @Nullable Instant suggestedFrom,
            @Nullable Instant suggestedUntil) {}
}
