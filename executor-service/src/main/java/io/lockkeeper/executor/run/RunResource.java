package io.lockkeeper.executor.run;

import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.lockkeeper.executor.grant.MigrationId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where people and services look at a run. */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {

    private final Runs runs;

    RunResource(Runs runs) {
        this.runs = runs;
    }

    /** The run of a migration, with the journal of its statements. */
    @GET
    @Path("/{migrationId}")
    @RolesAllowed("read")
    @RunOnVirtualThread
    public RunView run(@PathParam("migrationId") String migrationId) {
        return runs.find(new MigrationId(migrationId))
                .map(RunView::of)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "UNKNOWN_RUN",
                        "There is no such run",
                        "No run of this migration is known here.",
                        "A run appears once the migration was approved and its grant issued; check the id.")));
    }
}
