package io.lockkeeper.progress.event;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.ApprovalExpired;
import io.lockkeeper.proto.v1.ApprovalRequested;
import io.lockkeeper.proto.v1.ControlRefused;
import io.lockkeeper.proto.v1.ControlRequested;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.DecisionRefused;
import io.lockkeeper.proto.v1.Door;
import io.lockkeeper.proto.v1.GrantIssued;
import io.lockkeeper.proto.v1.GrantRevoked;
import io.lockkeeper.proto.v1.MigrationApproved;
import io.lockkeeper.proto.v1.MigrationHeld;
import io.lockkeeper.proto.v1.MigrationRejected;
import io.lockkeeper.proto.v1.Verdict;
import java.util.List;
import java.util.Optional;

/** Reads topic {@code lockkeeper.approval.v1}. */
public final class ApprovalWire {

    private ApprovalWire() {}

    /** Empty for a message that this version does not know. */
    public static Optional<Told.Reading> read(byte[] value) throws InvalidProtocolBufferException {
        ApprovalEvent event = ApprovalEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case REQUESTED -> Optional.of(requested(event.getRequested()));
            case DECISION_RECORDED -> Optional.of(recorded(event.getDecisionRecorded()));
            case DECISION_REFUSED -> Optional.of(refused(event.getDecisionRefused()));
            case APPROVED -> Optional.of(approved(event.getApproved()));
            case REJECTED -> Optional.of(rejected(event.getRejected()));
            case EXPIRED -> Optional.of(expired(event.getExpired()));
            case HELD -> Optional.of(held(event.getHeld()));
            case GRANT_ISSUED -> Optional.of(granted(event.getGrantIssued()));
            case GRANT_REVOKED -> Optional.of(revoked(event.getGrantRevoked()));
            case CONTROL_REQUESTED -> Optional.of(controlRequested(event.getControlRequested()));
            case CONTROL_REFUSED -> Optional.of(controlRefused(event.getControlRefused()));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    private static Told.Reading requested(ApprovalRequested event) {
        Fact.Window closed = event.hasClosedWindow() ? Wire.window(event.getClosedWindow()) : null;
        String asked = event.getApprovalsNeeded() == 0
                ? "No approval is needed"
                : "%s asked for, from group %s, before %s"
                        .formatted(
                                Phrase.count(event.getApprovalsNeeded(), "approval"),
                                event.getApproverGroup(),
                                Phrase.time(Wire.instant(event.getExpiresAt())));
        String window = closed == null ? "" : " Right now a " + window(closed) + " would hold it.";
        return reading(
                event,
                event.getMigrationId(),
                new Fact.ApprovalAsked(
                        event.getApprovalsNeeded(),
                        event.getApproverGroup(),
                        Wire.instant(event.getExpiresAt()),
                        closed),
                asked + " (policy " + event.getPolicy() + ")." + window,
                "");
    }

    private static Told.Reading recorded(DecisionRecorded event) {
        String who = Wire.name(event.getApprover());
        boolean approves = event.getVerdict() == Verdict.VERDICT_APPROVE;
        String tally = approves ? " (%d of %d)".formatted(event.getApprovals(), event.getApprovalsNeeded()) : "";
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Counted(approves, who, event.getApprovals(), event.getApprovalsNeeded()),
                who + " decided to " + verdict(event.getVerdict()) + " version " + event.getVersion()
                        + door(event.getDoor()) + tally + Phrase.because(event.getComment()),
                who);
    }

    private static Told.Reading refused(DecisionRefused event) {
        String who = Wire.name(event.getPerson());
        return reading(
                event,
                event.getMigrationId(),
                new Fact.NotedByApproval(),
                who + " tried to " + verdict(event.getVerdict()) + door(event.getDoor()) + " and was refused ("
                        + event.getCode() + ")" + Phrase.because(event.getReason()),
                who);
    }

    private static Told.Reading approved(MigrationApproved event) {
        List<String> approvers =
                event.getApproversList().stream().map(Wire::name).toList();
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Approved(approvers, Wire.instant(event.getAt())),
                approvers.isEmpty()
                        ? "Approved: the policy asks for nobody."
                        : "Approved by " + Phrase.among(approvers) + ".",
                approvers.isEmpty() ? "" : Phrase.among(approvers));
    }

    private static Told.Reading rejected(MigrationRejected event) {
        String who = Wire.name(event.getBy());
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Rejected(who, event.getComment(), Wire.instant(event.getAt())),
                "Rejected by " + who + Phrase.because(event.getComment()),
                who);
    }

    private static Told.Reading expired(ApprovalExpired event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Expired(Wire.instant(event.getAt())),
                "Approval expired: not enough approvers decided in time.",
                "");
    }

    private static Told.Reading held(MigrationHeld event) {
        Fact.Window window = Wire.window(event.getWindow());
        String suggestion =
                window.suggestedFrom() == null ? "" : " Suggested start: " + Phrase.time(window.suggestedFrom()) + ".";
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Held(window),
                "Held by a " + window(window) + "." + suggestion,
                "");
    }

    private static Told.Reading granted(GrantIssued event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.Granted(event.getGrantId(), Wire.instant(event.getExpiresAt())),
                "Grant %s issued, valid from %s to %s."
                        .formatted(
                                event.getGrantId(),
                                Phrase.time(Wire.instant(event.getNotBefore())),
                                Phrase.time(Wire.instant(event.getExpiresAt()))),
                "");
    }

    private static Told.Reading revoked(GrantRevoked event) {
        return reading(
                event,
                event.getMigrationId(),
                new Fact.GrantTakenBack(event.getReason()),
                "Grant " + event.getGrantId() + " revoked" + Phrase.because(event.getReason()),
                "");
    }

    private static Told.Reading controlRequested(ControlRequested event) {
        String who = Wire.name(event.getBy());
        return reading(
                event,
                event.getMigrationId(),
                new Fact.NotedByApproval(),
                who + " asked for: " + Wire.control(event.getControl()) + ".",
                who);
    }

    private static Told.Reading controlRefused(ControlRefused event) {
        String who = Wire.name(event.getBy());
        return reading(
                event,
                event.getMigrationId(),
                new Fact.NotedByApproval(),
                who + " asked for " + Wire.control(event.getControl()) + " and was refused"
                        + Phrase.because(event.getReason()),
                who);
    }

    private static Told.Reading reading(Message event, String migrationId, Fact fact, String sentence, String actor) {
        return new Told.Reading(
                event.getDescriptorForType().getName(), migrationId, fact, sentence, actor, EventJson.of(event));
    }

    private static String window(Fact.Window window) {
        String until = window.until() == null ? "" : " until " + Phrase.time(window.until());
        return window.kind() + until + (window.reason().isBlank() ? "" : " (" + window.reason() + ")");
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case VERDICT_APPROVE -> "approve";
            case VERDICT_REJECT -> "reject";
            case VERDICT_UNSPECIFIED, UNRECOGNIZED -> "decide on";
        };
    }

    private static String door(Door door) {
        return switch (door) {
            case DOOR_SLACK -> " in Slack";
            case DOOR_REST -> " by REST";
            case DOOR_CLI -> " by CLI";
            case DOOR_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }
}
