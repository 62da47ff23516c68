package io.lockkeeper.notifier.intake;

import io.lockkeeper.notifier.blockkit.Mrkdwn;
import io.lockkeeper.notifier.card.ApprovalFacet.ClosedWindow;
import io.lockkeeper.notifier.drawing.WindowNote;
import io.lockkeeper.notifier.thread.Reply;
import io.lockkeeper.proto.v1.Control;
import io.lockkeeper.proto.v1.ControlApplied;
import io.lockkeeper.proto.v1.ControlRefused;
import io.lockkeeper.proto.v1.ControlRequested;
import io.lockkeeper.proto.v1.DecisionRecorded;
import io.lockkeeper.proto.v1.DecisionRefused;
import io.lockkeeper.proto.v1.Door;
import io.lockkeeper.proto.v1.GrantRevoked;
import io.lockkeeper.proto.v1.HookFinished;
import io.lockkeeper.proto.v1.Person;
import io.lockkeeper.proto.v1.RunPaused;
import io.lockkeeper.proto.v1.Verdict;
import java.util.Optional;

/** Events → short replies. Each is drawn from its own event alone, so it says the same whenever the topics meet. */
final class ReplyWire {

    private static final int WORDS = 600;
    private static final int NAME = 80;

    private ReplyWire() {}

    static Reply decided(DecisionRecorded event) {
        boolean approved = event.getVerdict() == Verdict.VERDICT_APPROVE;
        StringBuilder text = new StringBuilder(approved ? "✅ *Approved* by " : "⛔ *Rejected* by ");
        text.append(person(event.getApprover()));
        if (approved) {
            text.append(" (%d of %d)".formatted(event.getApprovals(), event.getApprovalsNeeded()));
        }
        text.append(", version ").append(Mrkdwn.code(event.getVersion(), NAME));
        text.append(", subject ").append(Mrkdwn.code(event.getSubjectHash(), NAME));
        text.append(", ").append(Mrkdwn.moment(TimeWire.of(event.getAt()))).append(door(event.getDoor()));
        if (!event.getComment().isBlank()) {
            text.append("\n> ").append(Mrkdwn.text(event.getComment(), WORDS));
        }
        return Reply.note(text.toString());
    }

    static Reply refused(DecisionRefused event) {
        String verb = event.getVerdict() == Verdict.VERDICT_REJECT ? "reject" : "approve";
        return Reply.refusal("🚫 " + person(event.getPerson()) + " could not " + verb + ": "
                + Mrkdwn.text(event.getReason(), WORDS) + " " + Mrkdwn.code(event.getCode(), NAME));
    }

    static Reply held(ClosedWindow window) {
        return Reply.note("⏸️ *Held:* " + WindowNote.sentence(window));
    }

    static Reply revoked(GrantRevoked event) {
        return Reply.note("⏸️ *Grant revoked:* " + Mrkdwn.text(event.getReason(), WORDS));
    }

    static Reply controlRequested(ControlRequested event) {
        return Reply.note("🎛️ " + person(event.getBy()) + " asked to " + name(event.getControl()));
    }

    static Reply controlRefused(ControlRefused event) {
        return Reply.refusal("🚫 " + person(event.getBy()) + " could not " + name(event.getControl()) + ": "
                + Mrkdwn.text(event.getReason(), WORDS));
    }

    static Reply controlApplied(ControlApplied event) {
        return Reply.note("🎛️ Done: " + name(event.getControl()));
    }

    static Reply paused(RunPaused event) {
        return Reply.note("⏸️ *Paused:* " + Mrkdwn.text(event.getReason(), WORDS));
    }

    static Reply cutOverReady() {
        return Reply.note("🔀 *Ready to cut over.*");
    }

    /** Hooks that succeed are not news. */
    static Optional<Reply> hook(HookFinished event) {
        return event.getSucceeded()
                ? Optional.empty()
                : Optional.of(Reply.note("⚠️ Hook " + Mrkdwn.code(event.getHook(), NAME) + " failed: "
                        + Mrkdwn.text(event.getMessage(), WORDS)));
    }

    private static String person(Person person) {
        return Mrkdwn.person(person.getSlackUserId(), person.getIdentity());
    }

    private static String door(Door door) {
        return switch (door) {
            case DOOR_REST -> " (by REST)";
            case DOOR_CLI -> " (by CLI)";
            case DOOR_SLACK, DOOR_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    }

    private static String name(Control control) {
        return switch (control) {
            case CONTROL_PAUSE -> "pause";
            case CONTROL_RESUME -> "resume";
            case CONTROL_ABORT -> "abort";
            case CONTROL_CUT_OVER -> "cut over";
            case CONTROL_UNSPECIFIED, UNRECOGNIZED -> "use an unknown control";
        };
    }
}
