package io.lockkeeper.approval.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lockkeeper.approval.window.ClosedWindow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Body of {@code GET /v1/migrations/{id}/approval}. Never carries a grant itself, only its id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalView(
        String migrationId,
        String version,
        String target,
        String environment,
        String risk,
        String submitter,
        String subjectHash,
        String state,
        int approvals,
        int approvalsNeeded,
        String approverGroup,
        String policy,
        String policyHash,
        Instant openedAt,
        Instant expiresAt,
        @Nullable Window closedWindow,
        @Nullable String grantId,
        @Nullable String run,
        @Nullable String outcome,
        List<Answer> decisions) {

    /** Why it is held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Window(
            String kind,
            String reason,
            Instant until,
            @Nullable Instant suggestedFrom,
            @Nullable Instant suggestedUntil) {}

    /** A decision that counted. */
    record Answer(String approver, String verdict, String comment, String door, Instant at) {}

    static ApprovalView of(Approval approval) {
        Terms terms = approval.terms();
        ApprovalState state = approval.state();
        return new ApprovalView(
                approval.migration().id().value(),
                approval.migration().version(),
                approval.migration().target().name(),
                approval.migration().target().environment(),
                approval.migration().risk().name(),
                approval.migration().submitter().identity(),
                approval.migration().subject().value(),
                state.label(),
                approval.approvers().size(),
                terms.needed(),
                terms.group(),
                terms.policy(),
                terms.policyHash(),
                terms.openedAt(),
                terms.expiresAt(),
                state instanceof ApprovalState.Held held ? window(held.window()) : null,
                grant(state),
                state instanceof ApprovalState.Running running ? running.run() : null,
                state instanceof ApprovalState.Closed closed ? closed.end().name() : null,
                approval.decisions().stream().map(ApprovalView::answer).toList());
    }

    private static @Nullable String grant(ApprovalState state) {
        if (state instanceof ApprovalState.Granted granted) {
            return granted.grant().value();
        }
        return state instanceof ApprovalState.Running running ? running.grant().value() : null;
    }

    private static Window window(ClosedWindow window) {
        return new Window(
                window.kind().name().toLowerCase(Locale.ROOT),
                window.reason(),
                window.until(),
                window.suggestedFrom(),
                window.suggestedUntil());
    }

    private static Answer answer(Decision decision) {
        return new Answer(
                decision.actor().identity(),
                decision.verdict().name().toLowerCase(Locale.ROOT),
                decision.comment(),
                decision.origin().door().name().toLowerCase(Locale.ROOT),
                decision.at());
    }
}
