package io.lockkeeper.notifier.drawing;

import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.ApprovalFacet;
import io.lockkeeper.notifier.card.ApprovalFacet.ClosedWindow;
import io.lockkeeper.notifier.card.Facets;
import java.time.Instant;
import java.util.Optional;

/** Why a migration may not start now, and when it could. */
public final class WindowNote {

    private static final int REASON = 300;

    private WindowNote() {}

    static Optional<String> of(Facets facets) {
        ApprovalFacet approval = facets.approval();
        ClosedWindow window = approval.closedWindow();
        if (window == null) {
            return Optional.empty();
        }
        return switch (facets.state()) {
            case HELD -> Optional.of("⏸️ *Held:* " + sentence(window));
            case AWAITING_APPROVAL, APPROVED ->
                Optional.of("⏸️ *Window closed, an approval will be held:* " + sentence(window));
            default -> Optional.empty();
        };
    }

    /** {@code freeze "Black Friday" until …. Suggested window: … to ….} */
    public static String sentence(ClosedWindow window) {
        StringBuilder text = new StringBuilder();
        text.append(window.kind().isBlank() ? "window closed" : Mrkdwn.text(window.kind(), 40));
        if (!window.reason().isBlank()) {
            text.append(" “").append(Mrkdwn.text(window.reason(), REASON)).append("”");
        }
        Instant until = window.until();
        if (until != null) {
            text.append(" until ").append(Mrkdwn.moment(until));
        }
        text.append(".");
        Instant from = window.suggestedFrom();
        if (from != null) {
            text.append(" Suggested window: from ").append(Mrkdwn.moment(from));
            Instant to = window.suggestedUntil();
            if (to != null) {
                text.append(" to ").append(Mrkdwn.moment(to));
            }
            text.append(".");
        }
        return text.toString();
    }
}
