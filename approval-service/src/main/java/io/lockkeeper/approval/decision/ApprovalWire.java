package io.lockkeeper.approval.decision;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.lockkeeper.approval.decision.Attempt.Actor;
import io.lockkeeper.approval.grant.Grant;
import io.lockkeeper.approval.grant.GrantId;
import io.lockkeeper.approval.window.ClosedWindow;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.ApprovalExpired;
import io.lockkeeper.proto.v1.ApprovalRequested;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.DecisionRefused;
import io.lockkeeper.proto.v1.Door;
import io.lockkeeper.proto.v1.GrantIssued;
import io.lockkeeper.proto.v1.GrantRevoked;
import io.lockkeeper.proto.v1.MigrationApproved;
import io.lockkeeper.proto.v1.MigrationHeld;
import io.lockkeeper.proto.v1.MigrationRejected;
import io.lockkeeper.proto.v1.Person;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Domain to protobuf of {@code lockkeeper.approval.v1}. */
final class ApprovalWire {

    private ApprovalWire() {}

    static Message requested(Approval approval, @Nullable ClosedWindow closed, Instant at) {
        Terms terms = approval.terms();
        ApprovalRequested.Builder event = ApprovalRequested.newBuilder()
                .setMigrationId(id(approval))
                .setSubjectHash(approval.migration().subject().value())
                .setApprovalsNeeded(terms.needed())
                .setApproverGroup(terms.group())
                .setExpiresAt(timestamp(terms.expiresAt()))
                .setPolicy(terms.policy())
                .setPolicyHash(terms.policyHash())
                .setAt(timestamp(at));
        if (closed != null) {
            event.setClosedWindow(window(closed));
        }
        return ApprovalEvent.newBuilder().setRequested(event).build();
    }

    static Message recorded(Approval approval, Decision decision, Decision.Counted counted) {
        DecisionRecorded event = DecisionRecorded.newBuilder()
                .setMigrationId(id(approval))
                .setVerdict(verdict(decision.verdict()))
                .setApprover(person(decision.actor()))
                .setVersion(approval.migration().version())
                .setSubjectHash(approval.migration().subject().value())
                .setComment(decision.comment())
                .setDoor(door(decision.origin().door()))
                .setChannel(decision.origin().channel())
                .setMessageTs(decision.origin().messageTs())
                .setPolicy(approval.terms().policy())
                .setPolicyHash(approval.terms().policyHash())
                .setAt(timestamp(decision.at()))
                .setApprovals(counted.given())
                .setApprovalsNeeded(counted.needed())
                .build();
        return ApprovalEvent.newBuilder().setDecisionRecorded(event).build();
    }

    /** The hash is the one that was tried, which for a stale button is not the present one. */
    static Message refused(Approval approval, Attempt attempt, Decision.Refusal refusal, Instant at) {
        DecisionRefused event = DecisionRefused.newBuilder()
                .setMigrationId(id(approval))
                .setVerdict(verdict(attempt.verdict()))
                .setPerson(person(attempt.actor()))
                .setCode(refusal.code())
                .setReason(refusal.sentence())
                .setVersion(approval.migration().version())
                .setSubjectHash(attempt.subject().value())
                .setDoor(door(attempt.origin().door()))
                .setAt(timestamp(at))
                .build();
        return ApprovalEvent.newBuilder().setDecisionRefused(event).build();
    }

    static Message approved(Approval approval, Instant at) {
        MigrationApproved event = MigrationApproved.newBuilder()
                .setMigrationId(id(approval))
                .setSubjectHash(approval.migration().subject().value())
                .addAllApprovers(
                        approval.approvers().stream().map(ApprovalWire::person).toList())
                .setAt(timestamp(at))
                .build();
        return ApprovalEvent.newBuilder().setApproved(event).build();
    }

    static Message rejected(Approval approval, Decision decision) {
        MigrationRejected event = MigrationRejected.newBuilder()
                .setMigrationId(id(approval))
                .setBy(person(decision.actor()))
                .setComment(decision.comment())
                .setAt(timestamp(decision.at()))
                .build();
        return ApprovalEvent.newBuilder().setRejected(event).build();
    }

    static Message expired(Approval approval, Instant at) {
        ApprovalExpired event = ApprovalExpired.newBuilder()
                .setMigrationId(id(approval))
                .setAt(timestamp(at))
                .build();
        return ApprovalEvent.newBuilder().setExpired(event).build();
    }

    static Message held(Approval approval, ClosedWindow window, Instant at) {
        MigrationHeld event = MigrationHeld.newBuilder()
                .setMigrationId(id(approval))
                .setWindow(window(window))
                .setAt(timestamp(at))
                .build();
        return ApprovalEvent.newBuilder().setHeld(event).build();
    }

    static Message issued(Approval approval, Grant grant, Instant at) {
        GrantIssued event = GrantIssued.newBuilder()
                .setMigrationId(id(approval))
                .setGrantId(grant.claims().id().value())
                .setJws(grant.jws())
                .setNotBefore(timestamp(grant.claims().notBefore()))
                .setExpiresAt(timestamp(grant.claims().expiresAt()))
                .setAt(timestamp(at))
                .build();
        return ApprovalEvent.newBuilder().setGrantIssued(event).build();
    }

    static Message revoked(Approval approval, GrantId grant, String reason, Instant at) {
        GrantRevoked event = GrantRevoked.newBuilder()
                .setMigrationId(id(approval))
                .setGrantId(grant.value())
                .setReason(reason)
                .setAt(timestamp(at))
                .build();
        return ApprovalEvent.newBuilder().setGrantRevoked(event).build();
    }

    private static String id(Approval approval) {
        return approval.migration().id().value();
    }

    private static io.lockkeeper.proto.v1.ClosedWindow window(ClosedWindow window) {
        io.lockkeeper.proto.v1.ClosedWindow.Builder event = io.lockkeeper.proto.v1.ClosedWindow.newBuilder()
                .setKind(window.kind().name().toLowerCase(Locale.ROOT))
                .setReason(window.reason())
                .setUntil(timestamp(window.until()));
        if (window.suggestedFrom() != null) {
            event.setSuggestedFrom(timestamp(window.suggestedFrom()));
        }
        if (window.suggestedUntil() != null) {
            event.setSuggestedUntil(timestamp(window.suggestedUntil()));
        }
        return event.build();
    }

    private static Person person(Actor actor) {
        Person.Builder person = Person.newBuilder().setIdentity(actor.identity());
        if (actor.slack() != null) {
            person.setSlackTeamId(actor.slack().team())
                    .setSlackUserId(actor.slack().user());
        }
        return person.build();
    }

    private static io.lockkeeper.proto.v1.Verdict verdict(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> io.lockkeeper.proto.v1.Verdict.VERDICT_APPROVE;
            case REJECT -> io.lockkeeper.proto.v1.Verdict.VERDICT_REJECT;
        };
    }

    private static Door door(Attempt.Door door) {
        return switch (door) {
            case SLACK -> Door.DOOR_SLACK;
            case REST -> Door.DOOR_REST;
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}
