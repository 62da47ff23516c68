package io.lockkeeper.notifier.intake;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lockkeeper.notifier.card.ApprovalFacet;
import io.lockkeeper.notifier.card.ApprovalFacet.Approval;
import io.lockkeeper.notifier.card.ApprovalFacet.Stage;
import io.lockkeeper.notifier.card.Facets;
import io.lockkeeper.notifier.card.Person;
import io.lockkeeper.notifier.thread.Reply;
import io.lockkeeper.proto.v1.ApprovalEvent;
import io.lockkeeper.proto.v1.ApprovalRequested;
import io.lockkeeper.proto.v1.ClosedWindow;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.GrantRevoked;
import io.lockkeeper.proto.v1.MigrationHeld;
import io.lockkeeper.proto.v1.MigrationRejected;
import io.lockkeeper.proto.v1.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Topic approval → its facet and replies. */
final class ApprovalWire {

    private ApprovalWire() {}

    static Optional<Effect> read(byte[] value) throws InvalidProtocolBufferException {
        ApprovalEvent event = ApprovalEvent.parseFrom(value);
        return switch (event.getEventCase()) {
            case REQUESTED -> Optional.of(requested(event.getRequested()));
            case DECISION_RECORDED -> Optional.of(decided(event.getDecisionRecorded()));
            case DECISION_REFUSED -> Optional.of(Effect.only(ReplyWire.refused(event.getDecisionRefused())));
            case APPROVED ->
                Optional.of(
                        stage(Stage.APPROVED, TimeWire.of(event.getApproved().getAt())));
            case REJECTED -> Optional.of(rejected(event.getRejected()));
            case EXPIRED ->
                Optional.of(stage(Stage.EXPIRED, TimeWire.of(event.getExpired().getAt()))
                        .and(Reply.SUMMARY));
            case HELD -> Optional.of(held(event.getHeld()));
            case GRANT_ISSUED ->
                Optional.of(
                        stage(Stage.GRANTED, TimeWire.of(event.getGrantIssued().getAt())));
            case GRANT_REVOKED -> Optional.of(revoked(event.getGrantRevoked()));
            case CONTROL_REQUESTED -> Optional.of(Effect.only(ReplyWire.controlRequested(event.getControlRequested())));
            case CONTROL_REFUSED -> Optional.of(Effect.only(ReplyWire.controlRefused(event.getControlRefused())));
            case EVENT_NOT_SET -> Optional.empty();
        };
    }

    /** A new request starts over: the subject may have changed, which voids what was approved before. */
    private static Effect requested(ApprovalRequested event) {
        return Effect.urgent(facets -> facets.with(new ApprovalFacet(
                Stage.REQUESTED,
                event.getSubjectHash(),
                0,
                event.getApprovalsNeeded(),
                event.getApproverGroup(),
                event.hasExpiresAt() ? TimeWire.of(event.getExpiresAt()) : null,
                event.getPolicy(),
                event.hasClosedWindow() ? window(event.getClosedWindow()) : null,
                List.of(),
                null,
                "",
                TimeWire.of(event.getAt()))));
    }

    private static Effect decided(DecisionRecorded event) {
        Reply reply = ReplyWire.decided(event);
        if (event.getVerdict() != Verdict.VERDICT_APPROVE) {
            return Effect.only(reply);
        }
        Approval approval = new Approval(person(event.getApprover()), TimeWire.of(event.getAt()));
        return Effect.urgent(facets -> facets.with(
                        facets.approval().counted(approval, event.getApprovals(), event.getApprovalsNeeded())))
                .and(reply);
    }

    private static Effect rejected(MigrationRejected event) {
        return Effect.urgent(facets -> stage(
                        facets,
                        Stage.REJECTED,
                        null,
                        person(event.getBy()),
                        event.getComment(),
                        TimeWire.of(event.getAt())))
                .and(Reply.SUMMARY);
    }

    private static Effect held(MigrationHeld event) {
        ApprovalFacet.ClosedWindow window = window(event.getWindow());
        return Effect.urgent(
                        facets -> stage(facets, Stage.HELD, window, null, window.reason(), TimeWire.of(event.getAt())))
                .and(ReplyWire.held(window));
    }

    private static Effect revoked(GrantRevoked event) {
        return Effect.urgent(facets ->
                        stage(facets, Stage.REVOKED, null, null, event.getReason(), TimeWire.of(event.getAt())))
                .and(ReplyWire.revoked(event));
    }

    private static Effect stage(Stage stage, Instant at) {
        return Effect.urgent(facets -> stage(facets, stage, null, null, "", at));
    }

    private static Facets stage(
            Facets facets,
            Stage stage,
            ApprovalFacet.@Nullable ClosedWindow window,
            @Nullable Person by,
            String reason,
            Instant at) {
        return facets.with(facets.approval().at(stage, window, by, reason, at));
    }

    private static ApprovalFacet.ClosedWindow window(ClosedWindow window) {
        return new ApprovalFacet.ClosedWindow(
                window.getKind(),
                window.getReason(),
                window.hasUntil() ? TimeWire.of(window.getUntil()) : null,
                window.hasSuggestedFrom() ? TimeWire.of(window.getSuggestedFrom()) : null,
                window.hasSuggestedUntil() ? TimeWire.of(window.getSuggestedUntil()) : null);
    }

    static Person person(io.lockkeeper.proto.v1.Person person) {
        return new Person(person.getIdentity(), person.getSlackUserId());
    }
}
