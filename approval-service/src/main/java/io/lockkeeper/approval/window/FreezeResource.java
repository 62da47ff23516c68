package io.lockkeeper.approval.window;

import io.lockkeeper.edge.Caller;
import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Freezes by REST. */
@Path("/v1/freezes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FreezeResource {

    private static final int MOST_REASON = 500;
    private static final int MOST_NAMES = 200;

    private final Freezes freezes;
    private final Caller caller;

    FreezeResource(Freezes freezes, Caller caller) {
        this.freezes = freezes;
        this.caller = caller;
    }

    /** Body of the list. */
    record FreezeList(List<FreezeView> freezes) {}

    /** Those that are not over; with {@code all=true} also those kept for the record. */
    @GET
    @RolesAllowed({"freeze", "read"})
    public FreezeList list(@RestQuery boolean all) {
        return new FreezeList(freezes.list(all).stream().map(FreezeView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("freeze")
    public RestResponse<FreezeView> set(@Nullable FreezeRequest request) {
        if (request == null) {
            throw invalid("The request has no body.");
        }
        String reason = reason(request.reason());
        Instant from = required("from", request.from());
        Instant until = required("until", request.until());
        if (!until.isAfter(from)) {
            throw invalid("\"until\" must be after \"from\".");
        }
        if (!until.isAfter(freezes.now())) {
            throw invalid("\"until\" is in the past: the freeze would close nothing.");
        }
        Scope scope = new Scope(names("targets", request.targets()), names("environments", request.environments()));
        FreezeView view = FreezeView.of(freezes.set(reason, from, until, scope, caller.identity()));
        return RestResponse.ResponseBuilder.<FreezeView>created(URI.create("/v1/freezes/" + view.id()))
                .entity(view)
                .build();
    }

    /** Ends it now. It stays in the record; one that is over already is left as it was. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("freeze")
    public void end(@RestPath String id) {
        if (freezes.end(freeze(id), caller.identity()).isEmpty()) {
            throw unknown();
        }
    }

    private static String reason(@Nullable String text) {
        String reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > MOST_REASON) {
            throw invalid(
                    "\"reason\" must have 1 to " + MOST_REASON + " characters: people read it on every held card.");
        }
        return reason;
    }

    private static Instant required(String field, @Nullable Instant value) {
        if (value == null) {
            throw invalid("\"" + field + "\" is missing.");
        }
        return value;
    }

    private static Set<String> names(String field, @Nullable List<String> names) {
        if (names == null) {
            return Set.of();
        }
        if (names.isEmpty() || names.size() > MOST_NAMES || names.stream().anyMatch(FreezeResource::blank)) {
            throw invalid("\"" + field + "\" must list 1 to " + MOST_NAMES + " names; leave it out to mean all.");
        }
        return Set.copyOf(names);
    }

    private static boolean blank(@Nullable String name) {
        return name == null || name.isBlank();
    }

    private static FreezeId freeze(String id) {
        try {
            return new FreezeId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(new Problem(
                404, "UNKNOWN_FREEZE", "There is no such freeze", "No freeze has that id.", "See GET /v1/freezes."));
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(new Problem(
                400,
                "INVALID_FREEZE",
                "The freeze was not set",
                detail,
                "Send {\"reason\":\"…\",\"from\":\"2026-11-27T00:00:00Z\",\"until\":\"…\",\"targets\":[\"…\"]}."));
    }
}
