package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.Attempt.Actor;
import io.lockkeeper.approval.decision.Attempt.Origin;
import io.lockkeeper.approval.migration.SubjectHash;
import java.time.Instant;

/**
 * One person's answer that counted.
 *
 * @param comment why; may be empty for an approval
 */
public record Decision(Actor actor, Verdict verdict, String comment, Origin origin, Instant at) {

    /** What became of an attempt to decide. */
    public sealed interface Result {}

    /** It counts: {@code given} of {@code needed} approvals are there now. */
    public record Counted(int given, int needed, ApprovalState state) implements Result {}

    /** It does not count; {@link #sentence} says why and what to do. */
    public sealed interface Refusal extends Result {

        /** Stable name, for events, metrics and HTTP. */
        default String code() {
            return switch (this) {
                case OwnMigration r -> "OWN_MIGRATION";
                case AlreadyDecided r -> "ALREADY_DECIDED";
                case NotAllowed r -> "NOT_ALLOWED";
                case Closed r -> "CLOSED";
                case StaleSubject r -> "STALE_SUBJECT";
                case UnknownPerson r -> "UNKNOWN_PERSON";
            };
        }

        /** For the person who tried, at every door the same. */
        default String sentence() {
            return switch (this) {
                case OwnMigration r ->
                    "You submitted %s, so your own approval does not count. Ask somebody else of the group %s to decide."
                            .formatted(r.version(), r.group());
                case AlreadyDecided r ->
                    "You already %s %s; each person decides once. Nothing more is needed from you."
                            .formatted(r.earlier() == Verdict.APPROVE ? "approved" : "rejected", r.version());
                case NotAllowed r ->
                    "Only the group %s decides on %s, and you are not in it. Ask a member to decide, or an administrator to add you."
                            .formatted(r.group(), r.version());
                case Closed r ->
                    "%s no longer waits for a decision: it is %s. Look at its card for what happened; to run the change anyway, submit it again."
                            .formatted(r.version(), r.state());
                case StaleSubject r ->
                    "%s has changed since this button was drawn, so nothing was decided. Read the present card and decide there."
                            .formatted(r.version());
                case UnknownPerson r ->
                    "Lockkeeper's directory does not know you, so your decision on %s does not count. Ask an administrator to add you (lockkeeper.directory.people)."
                            .formatted(r.version());
            };
        }
    }

    /** The submitter, or the credential that submitted, may not approve. */
    public record OwnMigration(String version, String group) implements Refusal {}

    /** One person, one decision. */
    public record AlreadyDecided(String version, Verdict earlier) implements Refusal {}

    /** Not a member of the approving group. */
    public record NotAllowed(String version, String group) implements Refusal {}

    /** Nothing is waited for any more. */
    public record Closed(String version, String state) implements Refusal {}

    /** The button belongs to another subject than the one that is waited for. */
    public record StaleSubject(String version, SubjectHash current) implements Refusal {}

    /** Nobody in the directory is bound to this person. */
    public record UnknownPerson(String version) implements Refusal {}
}
