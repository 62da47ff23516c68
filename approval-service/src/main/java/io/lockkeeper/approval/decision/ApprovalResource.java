package io.lockkeeper.approval.decision;

import io.lockkeeper.approval.decision.Attempt.Actor;
import io.lockkeeper.approval.decision.Attempt.Origin;
import io.lockkeeper.approval.directory.People;
import io.lockkeeper.approval.migration.MigrationId;
import io.lockkeeper.approval.migration.SubjectHash;
import io.lockkeeper.edge.Caller;
import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The REST door: the same decision point as Slack, for people who sit at a terminal. */
@Path("/v1/migrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ApprovalResource {

    private final Approvals approvals;
    private final People people;
    private final Caller caller;

    ApprovalResource(Approvals approvals, People people, Caller caller) {
        this.approvals = approvals;
        this.people = people;
        this.caller = caller;
    }

    /** What a counted decision is answered with. */
    record Answer(String result, String state, int approvals, int approvalsNeeded) {}

    @GET
    @Path("/approval")
    @RolesAllowed("read")
    public ApprovalView approval(@RestPath String id) {
        return ApprovalView.of(approvals.find(migration(id)).orElseThrow(() -> unknown(id)));
    }

    @POST
    @Path("/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("decide")
    public Answer decide(@RestPath String id, @Nullable DecisionRequest request) {
        MigrationId migration = migration(id);
        Attempt attempt = attempt(migration, request);
        return switch (approvals.decide(attempt).orElseThrow(() -> unknown(id))) {
            case Decision.Refusal refusal -> throw refused(refusal);
            case Decision.Counted counted ->
                new Answer(
                        "COUNTED",
                        // The state after the whole decision: approved turns into granted or held at once.
                        approvals.find(migration).orElseThrow().state().label(),
                        counted.given(),
                        counted.needed());
        };
    }

    private Attempt attempt(MigrationId migration, @Nullable DecisionRequest request) {
        if (request == null) {
            throw invalid("The request has no body.");
        }
        Verdict verdict = verdict(request.verdict());
        String comment = request.comment() == null ? "" : request.comment().strip();
        if (verdict == Verdict.REJECT && comment.isEmpty()) {
            throw invalid("The field \"comment\" is required to reject: the submitter needs to know why.");
        }
        if (comment.length() > Attempt.MOST_COMMENT) {
            throw invalid("The field \"comment\" has more than " + Attempt.MOST_COMMENT + " characters.");
        }
        return new Attempt(migration, subject(request.subjectHash()), verdict, comment, actor(), Origin.REST);
    }

    private Actor actor() {
        String identity = caller.identity();
        return new Actor(people.identity(identity).orElse(null), identity, null, caller.credential());
    }

    private static Verdict verdict(@Nullable String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "approve" -> Verdict.APPROVE;
            case "reject" -> Verdict.REJECT;
            default -> throw invalid("The field \"verdict\" must be \"approve\" or \"reject\".");
        };
    }

    private static SubjectHash subject(@Nullable String text) {
        try {
            return new SubjectHash(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw invalid("The field \"subjectHash\" must name what is decided on: " + e.getMessage() + ".");
        }
    }

    private static MigrationId migration(String id) {
        try {
            return new MigrationId(id);
        } catch (IllegalArgumentException e) {
            throw unknown("of that name");
        }
    }

    private static ProblemException refused(Decision.Refusal refusal) {
        int status =
                switch (refusal) {
                    case Decision.OwnMigration r -> 403;
                    case Decision.NotAllowed r -> 403;
                    case Decision.UnknownPerson r -> 403;
                    case Decision.AlreadyDecided r -> 409;
                    case Decision.Closed r -> 409;
                    case Decision.StaleSubject r -> 409;
                };
        return new ProblemException(new Problem(
                status,
                refusal.code(),
                "The decision does not count",
                refusal.sentence(),
                "Read GET /v1/migrations/{id}/approval for what is waited for and from whom."));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(new Problem(
                404,
                "UNKNOWN_MIGRATION",
                "No approval was asked for",
                "There is no approval of a migration " + id + ".",
                "Check the id; a migration that was submitted a moment ago may need another second."));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(new Problem(
                400,
                "INVALID_DECISION",
                "The decision is not complete",
                detail,
                "Send {\"verdict\":\"approve\"|\"reject\",\"comment\":\"…\",\"subjectHash\":\"sha256:…\"}."));
    }
}
