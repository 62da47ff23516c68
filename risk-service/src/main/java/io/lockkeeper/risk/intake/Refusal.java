package io.lockkeeper.risk.intake;

import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import java.util.SortedSet;

/** What intake refuses, in words that say what to do next. Nothing is stored when one of these leaves. */
final class Refusal {

    private Refusal() {}

    static ProblemException invalid(String detail) {
        return new ProblemException(new Problem(
                400, "INVALID_REQUEST", "The request is not valid", detail, "See docs/api.md for the fields."));
    }

    static ProblemException of(PlanRefused refused) {
        return new ProblemException(new Problem(
                422, refused.code().name(), "The migration was refused", refused.describe(), refused.help()));
    }

    static ProblemException unknownTarget(String target, SortedSet<String> known) {
        return new ProblemException(new Problem(
                422,
                "UNKNOWN_TARGET",
                "There is no such target",
                "No target is named \"" + target + "\".",
                "Use one of: " + String.join(", ", known) + "."));
    }

    static ProblemException targetUnreachable(String target, String id) {
        return new ProblemException(new Problem(
                503,
                "TARGET_UNREACHABLE",
                "The target could not be read",
                "The facts of " + target + " could not be read, so the risk is unknown; nothing was stored (log id "
                        + id + ").",
                "Try again; if it stays, check the read-only account of the target in risk-service's configuration."));
    }

    static ProblemException notYourself(String submitter) {
        return new ProblemException(new Problem(
                403,
                "MAY_NOT_NAME_SUBMITTER",
                "This credential speaks only for itself",
                "The credential may not submit for \"" + submitter + "\".",
                "Leave out 'submitter', or use a credential configured with on-behalf."));
    }

    static ProblemException keyReused() {
        return new ProblemException(new Problem(
                409,
                "IDEMPOTENCY_KEY_REUSED",
                "The Idempotency-Key belongs to another request",
                "This Idempotency-Key was used before with another body.",
                "Use a new key for a new migration; repeat the very same body to get the first answer again."));
    }

    static ProblemException unknownMigration(String id) {
        return new ProblemException(new Problem(
                404,
                "UNKNOWN_MIGRATION",
                "There is no such migration",
                "No migration has the id " + id + ".",
                "Check the id in the answer to the submission."));
    }
}
