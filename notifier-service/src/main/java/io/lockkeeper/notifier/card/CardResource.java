package io.lockkeeper.notifier.card;

import io.lockkeeper.edge.Problem;
import io.lockkeeper.edge.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where the card of a migration is in Slack, and how far delivery has come. */
@Path("/v1/cards")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CardResource {

    private final Cards cards;

    CardResource(Cards cards) {
        this.cards = cards;
    }

    @GET
    @Path("/{migrationId}")
    @RolesAllowed("read")
    public Cards.Position card(@PathParam("migrationId") String migrationId) {
        return cards.position(migrationId)
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "UNKNOWN_MIGRATION",
                        "No card of this migration",
                        "No event of this migration has arrived here.",
                        "Check the id; a migration that was just submitted appears within a second.")));
    }
}
